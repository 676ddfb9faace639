# The layers of the program, one library each:
#     text <- diag <- core <- {read, write} <- intake <- {cli, store}
#     os <- {read, write} <- …
# A target sees the headers of its own layer and of those below it, and nothing else, so that an
# include against the arrows does not compile.

# Libraries that one layer alone may know (or two, `read,write`), by the header that brings them in.
# Their headers lie where every compiler looks; in all other layers a fence stands before them.
set(PLANTOOL_HOMES
    text utf8proc.h
    read yaml-cpp/parser.h
    read yaml-cpp/yaml.h
    read simdjson.h
    write xlsxwriter.h
    write kainjow/mustache.hpp
    read,write pugixml.hpp
    write minizip/zip.h
    cli CLI/CLI.hpp
    store postgresql/libpq-fe.h)

set(PLANTOOL_SEEN "${CMAKE_BINARY_DIR}/seen")

# fence(TARGET LAYER): before all other headers of the target, those that say where a library is at
# home, for all but that layer.
function(fence target layer)
    set(homes ${PLANTOOL_HOMES})
    while(homes)
        list(POP_FRONT homes home header)
        string(REPLACE "," ";" at_home "${home}")
        if(layer IN_LIST at_home)
            file(REMOVE "${PLANTOOL_SEEN}/fence-${layer}/${header}")
        else()
            set(text "#error \"${header} is known to ${home}/ alone\"\n")
            file(CONFIGURE OUTPUT "${PLANTOOL_SEEN}/fence-${layer}/${header}" CONTENT "${text}"
                 @ONLY)
        endif()
    endwhile()
    target_include_directories(${target} BEFORE PRIVATE "${PLANTOOL_SEEN}/fence-${layer}")
endfunction()

# leave_out_other_systems(LIST): of the sources in it, those for this system remain. NAME_windows.cpp
# takes the place of NAME_posix.cpp, or where there is none, of NAME.cpp.
function(leave_out_other_systems list)
    set(sources ${${list}})
    set(windows ${sources})
    list(FILTER windows INCLUDE REGEX "_windows\\.cpp$")
    if(WIN32)
        foreach(source IN LISTS windows)
            string(REPLACE "_windows.cpp" "_posix.cpp" other "${source}")
            if(NOT other IN_LIST sources)
                string(REPLACE "_windows.cpp" ".cpp" other "${source}")
            endif()
            list(REMOVE_ITEM sources "${other}")
        endforeach()
        list(FILTER sources EXCLUDE REGEX "_posix\\.cpp$")
    else()
        list(FILTER sources EXCLUDE REGEX "_windows\\.cpp$")
    endif()
    set(${list} ${sources} PARENT_SCOPE)
endfunction()

# add_layer(NAME BELOW layers... LIBRARIES targets... PUBLIC_LIBRARIES targets...): the library
# plantool_NAME of src/NAME. Its headers are seen through a link to that folder alone.
function(add_layer name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "BELOW;LIBRARIES;PUBLIC_LIBRARIES")
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/${name}/*.cpp")
    leave_out_other_systems(sources)
    add_library(plantool_${name} STATIC ${sources})
    file(MAKE_DIRECTORY "${PLANTOOL_SEEN}/${name}")
    file(CREATE_LINK "${PROJECT_SOURCE_DIR}/src/${name}" "${PLANTOOL_SEEN}/${name}/${name}"
         SYMBOLIC)
    target_include_directories(plantool_${name} PUBLIC "${PLANTOOL_SEEN}/${name}")
    fence(plantool_${name} ${name})
    list(TRANSFORM arg_BELOW PREPEND plantool_)
    target_link_libraries(plantool_${name}
        PUBLIC ${arg_BELOW} ${arg_PUBLIC_LIBRARIES}
        PRIVATE ${arg_LIBRARIES} plantool::warnings)
endfunction()

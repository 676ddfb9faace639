# The libraries from their sources (cmake/fetch-sources.sh), into one program that needs no shared
# library: the dynamic linker would take three times as long as the program itself to start, and
# link-time optimisation sees into all of it.

set(PLANTOOL_SOURCES "" CACHE PATH "Sources of the libraries, for a static program")

set(PLANTOOL_STATIC ON)
foreach(name IN ITEMS fmtlib yaml-cpp libxlsxwriter simdjson)
    if(NOT PLANTOOL_SOURCES OR NOT EXISTS "${PLANTOOL_SOURCES}/${name}.version")
        set(PLANTOOL_STATIC OFF)
    endif()
endforeach()
if(NOT PLANTOOL_STATIC)
    return()
endif()
message(STATUS "A static program, of the libraries' sources in ${PLANTOOL_SOURCES}")

enable_language(C)
set(CMAKE_C_COMPILER_LAUNCHER "${CMAKE_CXX_COMPILER_LAUNCHER}")

# add_from_source(NAME FOLDER SOURCES...): the target plantool::NAME. Sources are patterns below the
# folder; what others' code is warned of is others' business.
function(add_from_source name folder)
    set(root "${PLANTOOL_SOURCES}/${folder}")
    list(TRANSFORM ARGN PREPEND "${root}/")
    file(GLOB sources ${ARGN})
    add_library(static_${name} STATIC ${sources})
    target_include_directories(static_${name} SYSTEM PUBLIC "${root}/include")
    target_compile_options(static_${name} PRIVATE -w)
    install(FILES "${root}/debian/copyright" DESTINATION "${CMAKE_INSTALL_DOCDIR}"
            RENAME "copyright-${folder}")
    add_library(plantool::${name} ALIAS static_${name})
endfunction()

add_from_source(fmt fmtlib src/format.cc)

add_from_source(yaml yaml-cpp src/*.cpp)

# With the system's minizip, as Debian builds it: its own copy of zip.c would be a second one beside
# that of the Word files, under the same names.
add_from_source(xlsxwriter libxlsxwriter src/*.c third_party/md5/md5.c
                third_party/tmpfileplus/tmpfileplus.c)
target_compile_definitions(static_xlsxwriter PUBLIC USE_SYSTEM_MINIZIP)
target_link_libraries(static_xlsxwriter PUBLIC plantool::minizip)
# Its spool files are src/write/kit/spool.cpp's, which takes the place of this function.
set_source_files_properties("${PLANTOOL_SOURCES}/libxlsxwriter/src/utility.c"
    PROPERTIES COMPILE_DEFINITIONS lxw_tmpfile=lxw_tmpfile_on_disk)

add_from_source(simdjson simdjson src/simdjson.cpp)
target_include_directories(static_simdjson PRIVATE "${PLANTOOL_SOURCES}/simdjson/src")

# What Linux has as packages of its own, for Windows: from sources (cmake/fetch-sources.sh), or from
# headers that are the same everywhere.

foreach(name IN ITEMS utf8proc zlib minizip pugixml)
    if(NOT PLANTOOL_STATIC OR NOT EXISTS "${PLANTOOL_SOURCES}/${name}.version")
        message(FATAL_ERROR "There are no sources of ${name} in PLANTOOL_SOURCES: run `make windows`")
    endif()
endforeach()

add_from_source(utf8proc utf8proc utf8proc.c)
target_include_directories(static_utf8proc SYSTEM PUBLIC "${PLANTOOL_SOURCES}/utf8proc")
target_compile_definitions(static_utf8proc PUBLIC UTF8PROC_STATIC)

add_from_source(zlib zlib *.c)
target_include_directories(static_zlib SYSTEM PUBLIC "${PLANTOOL_SOURCES}/zlib")

add_from_source(minizip minizip zip.c ioapi.c)
target_link_libraries(static_minizip PUBLIC plantool::zlib)
# As it is installed: below minizip/.
file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/headers")
file(CREATE_LINK "${PLANTOOL_SOURCES}/minizip" "${CMAKE_BINARY_DIR}/headers/minizip" SYMBOLIC)
target_include_directories(static_minizip SYSTEM PUBLIC "${CMAKE_BINARY_DIR}/headers")

add_from_source(pugixml pugixml src/pugixml.cpp)
target_include_directories(static_pugixml SYSTEM PUBLIC "${PLANTOOL_SOURCES}/pugixml/src")

# header_library(NAME TARGET FOLDER PACKAGE): of the system's headers this folder and no other, for
# all else in there is of another system.
function(header_library target folder package)
    if(NOT EXISTS "/usr/include/${folder}")
        message(FATAL_ERROR "/usr/include/${folder} not found: install ${package} (or run `make deps`)")
    endif()
    set(seen "${CMAKE_BINARY_DIR}/headers-of/${folder}")
    file(MAKE_DIRECTORY "${seen}")
    file(CREATE_LINK "/usr/include/${folder}" "${seen}/${folder}" SYMBOLIC)
    add_library(${target} INTERFACE IMPORTED GLOBAL)
    target_include_directories(${target} SYSTEM INTERFACE "${seen}")
endfunction()

# The cryptography of Windows itself.
add_library(plantool::openssl INTERFACE IMPORTED GLOBAL)
target_link_libraries(plantool::openssl INTERFACE bcrypt)

header_library(CLI11::CLI11 CLI libcli11-dev)
header_library(plantool::robin_map tsl robin-map-dev)
header_library(plantool::mustache kainjow libkainjow-mustache-dev)

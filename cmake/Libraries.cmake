# The libraries, all of them Debian packages; `make deps` installs what is missing.

# Some packages bring no CMake files. This gives them a target plantool::NAME, found by one
# of their headers and, unless they are header-only, their library.
function(find_plain_library name package header)
    find_path(${name}_INCLUDE_DIR ${header})
    if(NOT ${name}_INCLUDE_DIR)
        message(FATAL_ERROR "${header} not found: install ${package} (or run `make deps`)")
    endif()
    add_library(plantool::${name} INTERFACE IMPORTED GLOBAL)
    target_include_directories(plantool::${name} SYSTEM INTERFACE "${${name}_INCLUDE_DIR}")
    if(ARGN)
        find_library(${name}_LIBRARY ${ARGN} REQUIRED)
        target_link_libraries(plantool::${name} INTERFACE "${${name}_LIBRARY}")
    endif()
    mark_as_advanced(${name}_INCLUDE_DIR ${name}_LIBRARY)
endfunction()

# What Debian has archives of goes into the program itself: it starts sooner.
if(CMAKE_BUILD_TYPE STREQUAL "Release")
    list(PREPEND CMAKE_FIND_LIBRARY_SUFFIXES .a)
endif()

find_package(Threads REQUIRED)
include(StaticLibraries)
if(WIN32)
    include(WindowsLibraries)
    return()
endif()

find_package(CLI11 2.1 CONFIG REQUIRED)
find_plain_library(utf8proc libutf8proc-dev utf8proc.h utf8proc)
find_plain_library(openssl libssl-dev openssl/sha.h crypto)
find_plain_library(robin_map robin-map-dev tsl/robin_map.h)
find_plain_library(zlib zlib1g-dev zlib.h z)
find_plain_library(minizip libminizip-dev minizip/zip.h minizip)
target_link_libraries(plantool::minizip INTERFACE plantool::zlib)
find_plain_library(pugixml libpugixml-dev pugixml.hpp pugixml)
# As a shared library always: its archive wants half of the system's beside it.
find_plain_library(pq libpq-dev postgresql/libpq-fe.h libpq.so)
find_plain_library(mustache libkainjow-mustache-dev kainjow/mustache.hpp)

if(NOT PLANTOOL_STATIC)
    find_package(simdjson 3 CONFIG REQUIRED)
    find_package(fmt 9 CONFIG REQUIRED)
    add_library(plantool::fmt ALIAS fmt::fmt)
    add_library(plantool::simdjson ALIAS simdjson::simdjson)
    find_plain_library(xlsxwriter libxlsxwriter-dev xlsxwriter.h xlsxwriter)
    find_plain_library(yaml libyaml-cpp-dev yaml-cpp/yaml.h yaml-cpp)
endif()

if(BUILD_TESTING)
    find_package(doctest 2.4 CONFIG REQUIRED)
    find_package(nlohmann_json 3.11 CONFIG REQUIRED)
    find_package(rapidcheck CONFIG REQUIRED)
    find_plain_library(valijson libvalijson-dev valijson/validator.hpp)
    find_plain_library(fyaml libfyaml-dev libfyaml.h fyaml)
endif()

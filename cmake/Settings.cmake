# How everything is compiled: language, build type, ccache, sanitizers, coverage, link-time
# optimisation. The presets in CMakePresets.json choose among these options.

option(BUILD_TESTING "Build the tests" ON)
option(PLANTOOL_WERROR "Treat compiler warnings as errors" OFF)
option(PLANTOOL_SANITIZE "Address and undefined-behaviour sanitizers" OFF)
option(PLANTOOL_SANITIZE_THREADS "Thread sanitizer" OFF)
option(PLANTOOL_COVERAGE "Count executed lines (gcov)" OFF)
option(PLANTOOL_FUZZ "Instrument for libFuzzer; needs clang" OFF)

if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE}")
endif()

# Debug is what tests run: quick to compile and for property tests, with lines in backtraces, and
# with the cheap bounds checks of libstdc++.
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1")
add_compile_definitions($<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)

# Libraries that a program does not call should not cost it start-up time.
add_link_options(-Wl,--as-needed)

if(PLANTOOL_SANITIZE_THREADS)
    add_compile_options(-fsanitize=thread -fno-omit-frame-pointer -O1)
    add_link_options(-fsanitize=thread)
endif()
if(PLANTOOL_SANITIZE)
    # Instrumented code takes clang more than twice as long to optimise as to write down.
    set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g1")
    # At a fixed address: each check has pointers of its own, and to relocate two million of them
    # takes longer than most tests.
    set(CMAKE_POSITION_INDEPENDENT_CODE OFF)
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all
                        -fno-omit-frame-pointer -fno-pie)
    add_link_options(-fsanitize=address,undefined -no-pie)
endif()

if(PLANTOOL_COVERAGE)
    add_compile_options(--coverage -O0)
    add_link_options(--coverage)
endif()

if(PLANTOOL_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)
    add_link_options(-fsanitize=fuzzer-no-link)
endif()

# What is released reads files of strangers: an overrun ends it where it happens, and nothing that is
# written to can be run or decides what is run. The linker for Windows sees to the latter by itself.
if(WIN32)
    add_compile_options(-fstack-protector-strong)
elseif(CMAKE_BUILD_TYPE STREQUAL "Release")
    add_compile_options(-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fstack-protector-strong)
    add_link_options(-Wl,-z,relro,-z,now,-z,noexecstack)
    if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64|i.86")
        add_compile_options(-fcf-protection)
    endif()
endif()

# On Windows calls of the C library are led elsewhere (src/os), of which that optimisation knows
# nothing.
if(CMAKE_BUILD_TYPE STREQUAL "Release" AND NOT WIN32)
    include(CheckIPOSupported)
    check_ipo_supported(RESULT ipo_supported OUTPUT ipo_reason LANGUAGES CXX)
    if(ipo_supported)
        set(CMAKE_INTERPROCEDURAL_OPTIMIZATION ON)
    else()
        message(STATUS "No link-time optimisation: ${ipo_reason}")
    endif()
endif()

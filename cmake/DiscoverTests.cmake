# discover_tests(TARGET PREFIX): makes a ctest PREFIX/NAME of each doctest case in TARGET. It
# takes the place of doctest's own doctest_discover_tests(), which loses or merges cases whose
# names contain brackets or semicolons. Properties are common to all the tests: PROPERTIES
# KEY VALUE...
#
# After each link of TARGET, this same file is run as a script, asks TARGET for its cases and
# writes what ctest is to include.

if(NOT CMAKE_SCRIPT_MODE_FILE)
    set(DISCOVER_TESTS_SCRIPT "${CMAKE_CURRENT_LIST_FILE}")

    function(discover_tests target prefix)
        cmake_parse_arguments(PARSE_ARGV 2 arg "" "" PROPERTIES)
        set(list "${CMAKE_CURRENT_BINARY_DIR}/${target}_list.cmake")
        add_custom_command(TARGET ${target} POST_BUILD
            COMMAND "${CMAKE_COMMAND}" "-DPROGRAM=$<TARGET_FILE:${target}>" "-DPREFIX=${prefix}"
                    "-DPROPERTIES=${arg_PROPERTIES}" "-DOUTPUT=${list}"
                    -P "${DISCOVER_TESTS_SCRIPT}"
            BYPRODUCTS "${list}"
            VERBATIM)
        set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES "${list}")
    endfunction()
    return()
endif()

cmake_policy(VERSION 3.25)
execute_process(COMMAND "${PROGRAM}" --list-test-cases
                OUTPUT_VARIABLE output COMMAND_ERROR_IS_FATAL ANY)

# CMake would split a list at semicolons, and not at brackets: they travel in disguise.
string(ASCII 1 semicolon)
string(ASCII 2 open)
string(ASCII 3 close)
string(REPLACE ";" "${semicolon}" output "${output}")
string(REPLACE "[" "${open}" output "${output}")
string(REPLACE "]" "${close}" output "${output}")
string(REPLACE "\n" ";" lines "${output}")

set(properties "")
foreach(word IN LISTS PROPERTIES)
    string(APPEND properties " [[${word}]]")
endforeach()

set(hashes "")
set(tests "")
foreach(name IN LISTS lines)
    if(name STREQUAL "" OR name MATCHES "^(=+$|${open}doctest${close} )")
        continue()
    endif()
    string(REPLACE "${semicolon}" ";" name "${name}")
    string(REPLACE "${open}" "[" name "${name}")
    string(REPLACE "${close}" "]" name "${name}")

    string(SHA1 hash "${name}")
    if(hash IN_LIST hashes)
        message(FATAL_ERROR "Two test cases are called \"${name}\": rename one of them")
    endif()
    list(APPEND hashes ${hash})

    # In doctest's filter a comma separates and a backslash escapes. A filter that matches nothing
    # is a success to doctest; here it is a failure.
    string(REGEX REPLACE "([\\,])" "\\\\\\1" filter "${name}")
    string(APPEND tests "
add_test([====[${PREFIX}/${name}]====] [====[${PROGRAM}]====] [====[--test-case=${filter}]====])
set_tests_properties([====[${PREFIX}/${name}]====] PROPERTIES
    FAIL_REGULAR_EXPRESSION [[test cases: +0 ]]${properties})
")
endforeach()

if(NOT hashes)
    message(FATAL_ERROR "${PROGRAM} has no test cases")
endif()
file(WRITE "${OUTPUT}" "${tests}")

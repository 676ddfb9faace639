# embed_files(TARGET FILE...): compiles the files into TARGET, where
# plantool::embedded_files() (text/embedded.hpp) lists them by their path from the project root.

function(embed_files target)
    set(names "")
    foreach(file IN LISTS ARGN)
        cmake_path(RELATIVE_PATH file BASE_DIRECTORY "${PROJECT_SOURCE_DIR}" OUTPUT_VARIABLE name)
        list(APPEND names "${name}")
    endforeach()
    list(SORT names)

    set(output "${CMAKE_CURRENT_BINARY_DIR}/embedded.cpp")
    set(script "${PROJECT_SOURCE_DIR}/cmake/WriteEmbedded.cmake")
    add_custom_command(
        OUTPUT "${output}"
        COMMAND "${CMAKE_COMMAND}" "-DROOT=${PROJECT_SOURCE_DIR}" "-DNAMES=${names}"
                "-DOUTPUT=${output}" -P "${script}"
        DEPENDS ${ARGN} "${script}"
        COMMENT "Embedding templates and schemas"
        VERBATIM)
    target_sources(${target} PRIVATE "${output}")
endfunction()

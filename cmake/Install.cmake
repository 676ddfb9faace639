# What `make install` lays out. The program itself needs none of it: templates and schemas travel inside
# it. DESTDIR is honoured, as CMake does it.

install(TARGETS plantool)
if(TARGET plantool-store)
    install(TARGETS plantool-store DESTINATION "${CMAKE_INSTALL_LIBEXECDIR}/plantool")
endif()

set(shared "${CMAKE_INSTALL_DATADIR}/plantool")
install(DIRECTORY schemas DESTINATION "${shared}")
install(DIRECTORY templates DESTINATION "${shared}" PATTERN workspace EXCLUDE
        PATTERN completion EXCLUDE)
install(FILES data/holidays-vn.yaml DESTINATION "${shared}")

install(FILES LICENSE README.md README.vi.md CHANGELOG.md DESTINATION "${CMAKE_INSTALL_DOCDIR}")
install(DIRECTORY docs data DESTINATION "${CMAKE_INSTALL_DOCDIR}")

foreach(script bash:bash-completion/completions/plantool zsh:zsh/site-functions/_plantool
               fish:fish/vendor_completions.d/plantool.fish)
    string(REPLACE ":" ";" script "${script}")
    list(GET script 0 shell)
    list(GET script 1 place)
    cmake_path(GET place PARENT_PATH folder)
    cmake_path(GET place FILENAME name)
    install(FILES "templates/completion/plantool.${shell}" RENAME "${name}"
            DESTINATION "${CMAKE_INSTALL_DATADIR}/${folder}")
endforeach()

find_package(Python3 COMPONENTS Interpreter REQUIRED)
set(page "${CMAKE_CURRENT_BINARY_DIR}/man")
foreach(language en vi)
    set(made "${page}/plantool-plan.${language}.5")
    add_custom_command(
        OUTPUT "${made}"
        COMMAND "${Python3_EXECUTABLE}" man/plan-page.py ${language} "${PROJECT_VERSION}"
                "${PLANTOOL_RELEASED}" > "${made}"
        DEPENDS man/plan-page.py man/plan-page.vi.tsv schemas/plan.schema.json
        WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
        COMMENT "Writing plantool-plan(5), ${language}"
        VERBATIM)
    list(APPEND pages "${made}")
endforeach()
file(MAKE_DIRECTORY "${page}")
# Those of the commands are written by the program itself.
set(made "${page}/commands.made")
add_custom_command(
    OUTPUT "${made}"
    COMMAND man/command-pages.sh "$<TARGET_FILE:plantool>" "${page}"
    COMMAND "${CMAKE_COMMAND}" -E touch "${made}"
    DEPENDS man/command-pages.sh plantool
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
    COMMENT "Writing plantool(1) and the pages of the commands"
    VERBATIM)
if(NOT CMAKE_CROSSCOMPILING)
    list(APPEND pages "${made}")
    install(DIRECTORY "${page}/en/" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
    install(DIRECTORY "${page}/vi/" DESTINATION "${CMAKE_INSTALL_MANDIR}/vi/man1")
endif()
add_custom_target(manual ALL DEPENDS ${pages})
install(FILES "${page}/plantool-plan.en.5" RENAME plantool-plan.5
        DESTINATION "${CMAKE_INSTALL_MANDIR}/man5")
install(FILES "${page}/plantool-plan.vi.5" RENAME plantool-plan.5
        DESTINATION "${CMAKE_INSTALL_MANDIR}/vi/man5")

# The Debian package: `make package`, by CPack.

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME plantool)
set(CPACK_PACKAGE_VENDOR "The plantool authors")
set(CPACK_PACKAGE_CONTACT "The plantool authors <plantool@example.org>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PRE_BUILD_SCRIPTS "${PROJECT_SOURCE_DIR}/packaging/debian/finish.cmake")
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_PLANTOOL_RELEASED "${PLANTOOL_RELEASED}")
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)  # of plantool-store; plantool itself needs nothing
# pdftotext, by which `import` and `draft` read PDF; less, for long tables.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "poppler-utils")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "less, postgresql")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "who owes which report, and whether it came in time")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"An office writes its reporting plan down once, as data: who owes which
report, by when, under which clause. plantool says for any day what is on
time, late, overdue or missing, proves why, checks what comes in, and writes
the consolidated report as a Word file that can be signed, as a workbook and
as a page. It speaks Vietnamese and English.")
include(CPack)

# What Debian's policy asks of a package and other installations have no use for: called by CPack before it
# packs what was laid out.

set(share "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/share")
set(docs "${share}/doc/plantool")

# lay_out(FILE PLACE): for everybody to read.
function(lay_out file place)
    cmake_path(GET place PARENT_PATH folder)
    file(MAKE_DIRECTORY "${folder}")
    file(COPY_FILE "${file}" "${place}")
    file(CHMOD "${place}" PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
endfunction()

lay_out("${CMAKE_CURRENT_LIST_DIR}/copyright" "${docs}/copyright")
lay_out("${CMAKE_CURRENT_LIST_DIR}/lintian-overrides" "${share}/lintian/overrides/plantool")
file(REMOVE "${docs}/LICENSE")  # its words are in the file copyright
file(RENAME "${docs}/CHANGELOG.md" "${docs}/changelog")
execute_process(COMMAND date --utc --rfc-email --date "${CPACK_PLANTOOL_RELEASED}"
                OUTPUT_VARIABLE released OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
set(version "${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}")
file(WRITE "${docs}/changelog.Debian" "plantool (${version}) stable; urgency=medium

  * plantool ${CPACK_PACKAGE_VERSION}: see changelog.gz.

 -- ${CPACK_PACKAGE_CONTACT}  ${released}
")
file(CHMOD "${docs}/changelog.Debian" PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
file(GLOB_RECURSE pages "${share}/man/*.[1-9]")
execute_process(COMMAND gzip --best --no-name ${pages} "${docs}/changelog" "${docs}/changelog.Debian"
                COMMAND_ERROR_IS_FATAL ANY)

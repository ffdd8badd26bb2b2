# The Debian package that `cpack -G DEB` makes in the build folder; scripts/package does it all.
set(PHUSONG_PACKAGE_CONTACT "phusong maintainers <maintainers@phusong.invalid>" CACHE STRING
  "Maintainer named in the package: who builds it for others puts a name and an address of their own")
set(debian_doc ${PROJECT_BINARY_DIR}/debian-doc)

# The day of the commit, so that the same sources make the same package.
execute_process(COMMAND git -C ${PROJECT_SOURCE_DIR} log -1 --format=%cD
  OUTPUT_VARIABLE commit_day OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(NOT commit_day)
  set(commit_day "Thu, 01 Jan 1970 00:00:00 +0000")
endif()
file(WRITE ${debian_doc}/changelog.Debian
"phusong (${PROJECT_VERSION}-1) bookworm; urgency=medium

  * What has changed is told in changelog.gz beside this file.

 -- ${PHUSONG_PACKAGE_CONTACT}  ${commit_day}
")
configure_file(${CMAKE_CURRENT_LIST_DIR}/copyright ${debian_doc}/copyright COPYONLY)
configure_file(${PROJECT_SOURCE_DIR}/CHANGELOG.md ${debian_doc}/changelog COPYONLY)
execute_process(COMMAND gzip --best --no-name --force ${debian_doc}/changelog.Debian ${debian_doc}/changelog)
install(FILES ${debian_doc}/changelog.Debian.gz ${debian_doc}/changelog.gz ${debian_doc}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR}
  COMPONENT debian EXCLUDE_FROM_ALL)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME phusong)
set(CPACK_PACKAGE_CONTACT ${PHUSONG_PACKAGE_CONTACT})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
# One package of all components, the documents that only Debian wants among them.
set(CPACK_COMPONENTS_ALL Unspecified debian)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${PROJECT_BINARY_DIR}/propagation/sweep)
# Letters of pictures; the rest of what runs is found by its shared libraries.
set(CPACK_DEBIAN_PACKAGE_DEPENDS fonts-dejavu-core)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "qgis, bash-completion")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "radio coverage and base station planning on real terrain")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Tells which hamlets have 2G, 3G and 4G on real terrain, and how surely (ITU-R
P.1812 and other models); plans the cheapest stations, backhaul and power that
reach a target, with a bound; finds the order in which 2G or 3G is switched
off without cutting anyone off. Writes tables, GeoTIFF, GeoPackage, a QGIS
project and a report of one page, in Vietnamese and English.")
include(CPack)

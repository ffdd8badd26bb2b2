# What `cmake --install` puts where, and the Debian package of it: bin/phusong, lib/phusong (the sweep for newer
# instructions), manual pages, completion for bash, the ready scenarios with their data, documents.
include(GNUInstallDirs)

set(private_lib ${CMAKE_INSTALL_LIBDIR}/phusong)
install(TARGETS phusong RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
if(TARGET phusong_sweep_avx2)
  install(TARGETS phusong_sweep_avx2 phusong_sweep_avx512 LIBRARY DESTINATION ${private_lib})
  file(RELATIVE_PATH lib_from_bin /${CMAKE_INSTALL_BINDIR} /${private_lib})
  set_target_properties(phusong PROPERTIES INSTALL_RPATH "$ORIGIN/${lib_from_bin}")
endif()

# The program writes its own manual pages and completion; Debian keeps pages compressed, without the time.
set(documentation ${PROJECT_BINARY_DIR}/documentation)
add_custom_command(OUTPUT ${documentation}/completion
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${documentation}
  COMMAND phusong --man-pages ${documentation}/man1
  COMMAND gzip --best --no-name --recursive ${documentation}/man1
  COMMAND phusong --completion > ${documentation}/completion
  DEPENDS phusong
  COMMENT "Writing manual pages and completion"
  VERBATIM)
add_custom_target(phusong_documentation ALL DEPENDS ${documentation}/completion)

install(DIRECTORY ${documentation}/man1 DESTINATION ${CMAKE_INSTALL_MANDIR})
install(FILES ${documentation}/completion DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME phusong)
install(DIRECTORY scenarios data-samples DESTINATION ${CMAKE_INSTALL_DATADIR}/phusong
  PATTERN "data" EXCLUDE)
install(FILES README.md sim/report/OUTPUTS.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

include(${CMAKE_CURRENT_LIST_DIR}/debian.cmake)

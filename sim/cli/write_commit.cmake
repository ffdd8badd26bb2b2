# Writes the header HEADER with the commit that SOURCE stands at; leaves it as it is where it says that already, so that
# nothing is compiled again. Without git, or outside a checkout, the name is empty.
find_program(GIT git)
set(commit "")
if(GIT)
  execute_process(COMMAND ${GIT} -C ${SOURCE} describe --always --dirty --abbrev=12
    OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
set(text "#pragma once

#include <string_view>

namespace phusong::cli {

inline constexpr std::string_view kCommitName = \"${commit}\";

}  // namespace phusong::cli
")
set(written "")
if(EXISTS ${HEADER})
  file(READ ${HEADER} written)
endif()
if(NOT written STREQUAL text)
  file(WRITE ${HEADER} "${text}")
endif()

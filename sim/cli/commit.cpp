#include "sim/cli/commit.h"

#include "sim/cli/commit_name.h"

namespace phusong::cli {

std::string_view built_from() {
  return kCommitName;
}

}  // namespace phusong::cli

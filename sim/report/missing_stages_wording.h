#pragma once

#include <string_view>

namespace phusong::report {

/// The sentence on a stage that a run lacks, and the names of the stages, in one language; words in braces are
/// placeholders.
struct MissingStagesWording {
  std::string_view missing;  ///< {stage} {command}
  std::string_view coverage, maps, plan, sunset, resilience, fixes, uncertainty;
};

/// Vietnamese for "vi", English else.
const MissingStagesWording& missing_stages_wording(std::string_view language);

}  // namespace phusong::report

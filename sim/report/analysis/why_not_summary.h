#pragma once

#include <string>

#include "sim/report/run_data.h"

namespace phusong::report {

/// How many hamlets are not covered for each reason, the most frequent first, and where fixes were looked for how many
/// have one and of which kind; in the report's language. Empty where all are covered.
std::string why_not_summary(const RunData& run);

}  // namespace phusong::report

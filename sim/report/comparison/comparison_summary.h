#pragma once

#include <filesystem>
#include <string>

#include "sim/report/comparison/comparison_data.h"

namespace phusong::report {

/// What a comparison says on stdout: what differs, in a few lines.
std::string comparison_summary(const ComparisonData& data, const std::filesystem::path& folder);

}  // namespace phusong::report

#pragma once

#include <filesystem>
#include <string>

#include "sim/report/comparison/comparison_data.h"

namespace phusong::report {

inline constexpr const char* kComparisonPageFile = "compare.html";

/// The page of a comparison as one HTML text that asks no network for anything. `folder` has the differences of the
/// maps. Throws gis::InputError where they cannot be read.
std::string comparison_page_html(const ComparisonData& data, const std::filesystem::path& folder);

/// Writes it into the folder. Throws likewise, and gis::MachineError where it cannot be written.
void write_comparison_page(const ComparisonData& data, const std::filesystem::path& folder);

}  // namespace phusong::report

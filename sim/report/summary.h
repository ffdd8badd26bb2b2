#pragma once

#include <filesystem>
#include <string>

#include "sim/report/run_data.h"

namespace phusong::report {

/// What came out, in a few lines of the report's language: hamlets and people per technology, the distance to
/// the target, where the files in `folder` are and how to look at them.
std::string summary_text(const RunData& run, const std::filesystem::path& folder);

}  // namespace phusong::report

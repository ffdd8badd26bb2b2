#pragma once

#include <filesystem>

#include "sim/network/network.h"
#include "sim/scenario/options.h"
#include "sim/sunset/outcome/sunset_outcome.h"

namespace phusong::report {

/// Fills the folder sunset/ of a run. sunset.json is written last.
void write_sunset_files(const std::filesystem::path& run_folder, const network::Network& network,
                        const sunset::SunsetOutcome& outcome, const scenario::ReportOptions& report);

/// Whether a run has all files of a sunset.
bool sunset_files_exist(const std::filesystem::path& run_folder);

}  // namespace phusong::report

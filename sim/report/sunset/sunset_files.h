#pragma once

#include <filesystem>

#include "sim/report/sunset/sunset_data.h"

namespace phusong::report {

/// Fills the folder sunset/ of a run. sunset.json is written last.
void write_sunset_files(const std::filesystem::path& run_folder, const SunsetData& data);

/// Whether a run has them all.
bool sunset_files_exist(const std::filesystem::path& run_folder);

}  // namespace phusong::report

#pragma once

#include <filesystem>

#include "sim/analysis/resilience/resilience.h"
#include "sim/report/run_data.h"

namespace phusong::report {

/// Whether the files are all there: resilience.csv is written last.
bool resilience_files_exist(const std::filesystem::path& run_folder);

/// resilience.csv, resilience_hamlets.csv, and the layer of events with its style, into the folder of a run.
void write_resilience(const std::filesystem::path& run_folder, const RunData& run,
                      const analysis::Resilience& resilience);

}  // namespace phusong::report

#pragma once

#include <filesystem>

#include "gis/vector_writer.h"
#include "sim/report/run_data.h"

namespace phusong::report {

/// fixes.csv: a row per hamlet that is not covered and kind of fix.
gis::OutputTable fix_table(const RunData& run);

/// Writes fixes.csv, and the new rows of its stations in the form of the tables: fixes_sites.csv, fixes_cells.csv.
void write_fix_files(const std::filesystem::path& folder, const RunData& run);
bool fix_files_exist(const std::filesystem::path& folder);

}  // namespace phusong::report

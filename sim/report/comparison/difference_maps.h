#pragma once

#include <filesystem>

#include "sim/report/comparison/comparison_data.h"
#include "sim/report/stored/stored_run.h"

namespace phusong::report {

/// The maps that both runs have: of the main operator (or, where they share none, the first that both have maps of)
/// into the folder itself, of the others each into a folder of its own. Throws gis::InputError naming both grids where
/// they differ.
std::vector<MapPair> map_pairs(const StoredRun& run_a, const StoredRun& run_b, const ComparisonData& data);

/// Whether a run has maps of levels.
bool has_maps(const StoredRun& run, const analysis::ComparedRun& compared);

/// <t>_difference_db.tif and its style for each pair.
std::vector<MapDifference> write_difference_maps(const std::filesystem::path& folder,
                                                 const std::vector<MapPair>& pairs);

}  // namespace phusong::report

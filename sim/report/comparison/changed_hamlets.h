#pragma once

#include <filesystem>

#include "gis/crs.h"
#include "sim/report/comparison/comparison_data.h"

namespace phusong::report {

/// A row per hamlet and technology (`target`: the target's technologies) whose status, share or level differs; after
/// them those of the hamlet for each further operator alone.
gis::OutputTable changed_hamlet_table(const ComparisonData& data);

/// hamlets_changed.csv, and the same as a layer with its style.
void write_changed_hamlets(const std::filesystem::path& folder, const ComparisonData& data, const gis::WorkingCrs& crs);

}  // namespace phusong::report

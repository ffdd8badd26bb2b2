#pragma once

#include <filesystem>
#include <string>

#include "sim/cli/read_inputs.h"

namespace phusong::cli {

/// Reads a scenario with the new masts of the plan in `run` (plan/new_sites.csv) beside its own, for a hop of that
/// plan. Throws gis::InputError, and UsageError where the plan has no microwave link between the two, in either
/// direction (plan/backhaul.geojson).
Inputs inputs_with_plan(const CommonOptions& options, const std::filesystem::path& run, const std::string& from,
                        const std::string& to);

}  // namespace phusong::cli

#pragma once

#include <string>
#include <vector>

#include "sim/planning/candidates/candidate.h"
#include "sim/scenario/scenario.h"

namespace phusong::planning {

/// Returns the height of a station's antennas above ground: kBelowMastTopM below a mast's top, at a pole's.
double antenna_height_m(StationKind kind, double mast_height_m);

/// Builds the cells of one row of the equipment table on a candidate's mast: one per sector, named
/// <prefix>-<technology>-<frequency>-<sector>.
std::vector<CandidateCell> cells_of(const scenario::Scenario& scenario, std::size_t equipment, const CandidateSet& set,
                                    std::size_t site, const std::string& prefix);

}  // namespace phusong::planning

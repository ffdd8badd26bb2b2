#pragma once

#include <vector>

#include "sim/planning/candidates/candidate.h"
#include "sim/planning/costs/grid_power.h"

namespace phusong::planning {

/// The cost of a station without its backhaul.
struct StationCost {
  network::PowerSource power = network::PowerSource::kNotGiven;  ///< of a new mast or pole
  std::vector<CostLine> cost_lines;
};

/// Adds up mast or pole, radio of each technology, power, colocation and access road of a candidate.
StationCost station_cost(const scenario::Scenario& scenario, const GridPower& power, const CandidateSet& set,
                         const Candidate& candidate);

}  // namespace phusong::planning

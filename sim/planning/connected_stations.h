#pragma once

#include <vector>

#include "sim/optimisation/covering/problem/covering_problem.h"
#include "sim/planning/backhaul/share.h"
#include "sim/planning/candidate_costs.h"
#include "sim/planning/site_cost_line.h"

namespace phusong::planning {

/// A station of the plan.
struct PlannedStation {
  std::size_t candidate = 0;  ///< index into CandidateSet::candidates
  BackhaulNode node;
};

/// Stations with the backhaul that they share, and the cost of both.
struct ConnectedStations {
  std::vector<PlannedStation> stations;
  SharedBackhaul backhaul;
  std::vector<SiteCostLine> cost_lines;  ///< of stations, relays and links; a link's belong to where it begins
  Cost cost;
};

/// The candidates that stations are chosen from.
struct PricedCandidates {
  const CandidateSet& set;
  const std::vector<CandidateCost>& costs;
};

/// Builds and connects these candidates. Throws progress::Stopped.
ConnectedStations connect(const PricedCandidates& candidates, const std::vector<covering::OptionIndex>& built,
                          const BackhaulFinder& finder, progress::Progress& progress);

}  // namespace phusong::planning

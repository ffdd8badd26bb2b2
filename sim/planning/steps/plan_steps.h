#pragma once

#include <vector>

#include "sim/planning/broadband/broadband.h"
#include "sim/planning/connected_stations.h"
#include "sim/planning/plan_step.h"
#include "sim/scenario/scenario.h"

namespace phusong::planning {

/// The values that the steps of stations are made from.
struct StepInputs {
  const scenario::Scenario& scenario;
  const covering::Problem& problem;
  PricedCandidates candidates;
  const ConnectedStations& connected;
};

/// Orders the stations, and the relays before those that need them, in the order of building; each with what is built
/// of the backhaul for it.
std::vector<PlanStep> station_steps(const StepInputs& inputs);

/// Orders the links to hamlets: of those that lead to a node with fibre always the cheapest next.
std::vector<PlanStep> broadband_steps(const scenario::Scenario& scenario, const FibreNetwork& fibre);

}  // namespace phusong::planning

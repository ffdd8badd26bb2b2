#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/planning/backhaul/backhaul.h"
#include "sim/planning/broadband/broadband_problem.h"
#include "sim/progress/progress.h"
#include "sim/progress/stop_reason.h"
#include "sim/scenario/scenario.h"

namespace phusong::planning {

/// Fibre to hamlets: a tree from the hamlets and nodes that have it.
struct FibreNetwork {
  std::vector<BackhaulLink> links;             ///< `from` the hamlet that is connected, in an order that can be built
  std::vector<std::size_t> hamlets_connected;  ///< indices into Network::hamlets, one per link
  std::vector<std::size_t> parents;            ///< the link that each goes on from, or FibreTree::kRoot
  std::vector<std::size_t> hamlets_without;    ///< that stay without broadband
  std::size_t hamlets_before = 0, hamlets_after = 0;  ///< with broadband
  Cost cost;
  double objective = 0.0;                                            ///< capex + opex_years · opex, million VND
  double bound = 0.0;                                                ///< no tree costs less
  double gap = 0.0;                                                  ///< relative_gap of both
  bool reached = true;                                               ///< false: no fibre to start from
  progress::StopReason stopped_by = progress::StopReason::kOptimal;  ///< never by time

  double length_km() const;
};

/// Finds a cheap tree that brings fixed broadband to ceil(s · N − 1e-9) of the N hamlets, s =
/// plan.target.fixed_broadband_share. Throws progress::Stopped.
FibreNetwork plan_broadband(const scenario::Scenario& scenario, progress::Progress& progress);

/// Builds the problem that the bound belongs to: the hamlets without broadband, in their order. Empty where the target
/// is reached today, or where there is no fibre to start from.
BroadbandProblem broadband_problem(const scenario::Scenario& scenario);

/// Computes the cost of fibre per kilometre of distance on the map: the route factor is in it.
Cost fibre_cost_per_km(const scenario::Scenario& scenario);

}  // namespace phusong::planning

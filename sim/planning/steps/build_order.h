#pragma once

#include <cstdint>
#include <vector>

#include "sim/optimisation/covering/problem/covering_problem.h"
#include "sim/scenario/options.h"

namespace phusong::planning {

/// A station in the order of building.
struct OrderedStation {
  std::size_t station = 0;                  ///< index into BuildOrderInputs::built
  std::vector<std::size_t> hamlets_gained;  ///< hamlets that count from then on, ascending
};

struct BuildOrderInputs {
  const covering::Problem& problem;
  const std::vector<covering::OptionIndex>& built;
  const std::vector<std::int64_t>& people;  ///< per hamlet of the problem
  /// The stations, per station, that its backhaul passes through and that must stand first.
  const std::vector<std::vector<std::size_t>>& needs;
  scenario::OrderBy order_by = scenario::OrderBy::kCost;
};

/// Orders the stations: step by step the one that brings most, by the value of the goal's hamlets; where
/// none brings a hamlet by itself, the one that serves most weight of points. Of equal ones the one that brings more
/// people comes first, then the one that costs less; where these are equal too they keep their order.
std::vector<OrderedStation> build_order(const BuildOrderInputs& inputs);

}  // namespace phusong::planning

#pragma once

#include <cstddef>

#include "sim/planning/plan.h"

namespace phusong::planning {

/// Numbers of stations, by kind.
struct StationCounts {
  std::size_t masts = 0;   ///< relays included
  std::size_t relays = 0;  ///< masts for backhaul alone
  std::size_t poles = 0, upgrades = 0;
};
StationCounts station_counts(const StationPlan& plan);

}  // namespace phusong::planning

#pragma once

#include "sim/network/technology.h"
#include "sim/scenario/plan_tables.h"

namespace phusong::planning::sunset {

/// What a sunset pays for.
struct SunsetCosts {
  double handset_million_vnd = 0.5;  ///< a phone or 500,000 VND for a poor household: Circular 14/2022
  double radio_million_vnd = 0.0;    ///< equipment of the newer technology on a mast
};

/// From the costs table; a handset only where it has an item `handset`.
SunsetCosts sunset_costs(const scenario::PlanTables& tables, network::Technology to);

}  // namespace phusong::planning::sunset

#pragma once

#include "sim/network/technology.h"
#include "sim/scenario/plan_tables.h"

namespace phusong::sunset {

/// What a sunset pays for.
struct SunsetCosts {
  double handset_million_vnd = 0.0;
  double radio_million_vnd = 0.0;  ///< equipment of the newer technology on a mast
};

/// The items `handset` and `radio_…` of the costs; 0 for one that is not there.
SunsetCosts sunset_costs(const scenario::PlanTables& tables, network::Technology to);

}  // namespace phusong::sunset

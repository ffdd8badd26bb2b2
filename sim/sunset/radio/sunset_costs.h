#pragma once

#include "sim/network/technology.h"
#include "sim/scenario/plan_tables.h"
#include "sim/sunset/model/costs.h"

namespace phusong::sunset {

/// The items `handset` and `radio_…` of the table of costs; 0 for an item that the table lacks.
SunsetCosts sunset_costs(const scenario::PlanTables& tables, network::Technology to);

}  // namespace phusong::sunset

#pragma once

#include "sim/planning/plan.h"

namespace phusong::planning {

/// What the plan's stations and relays add to the tables, in the order of the stations.
NewRows new_rows(const scenario::Scenario& scenario, const Plan& plan);

/// Every cost of stations, links and relays, by the site that it belongs to; a link's is that of its beginning.
std::vector<SiteCostLine> cost_lines_of(const Plan& plan);

}  // namespace phusong::planning

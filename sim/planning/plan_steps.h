#pragma once

#include "sim/planning/plan.h"

namespace phusong::planning {

/// The stations, and the relays before those that need them, in the order of building; each with what is built of the
/// backhaul for it. Of fixed broadband: the links, of those that lead to what has fibre always the cheapest next.
std::vector<PlanStep> plan_steps(const scenario::Scenario& scenario, const Plan& plan);

}  // namespace phusong::planning

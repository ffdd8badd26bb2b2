#pragma once

#include "sim/planning/plan.h"

namespace phusong::planning {

/// The stations, and the relays before those that need them, in the order of building; each with what is built of the
/// backhaul for it.
std::vector<PlanStep> plan_steps(const scenario::Scenario& scenario, const Plan& plan);

}  // namespace phusong::planning

#pragma once

#include <optional>
#include <vector>

#include "sim/sunset/model/service_state.h"

namespace phusong::sunset {

/// Whether the floors of a demand hold.
bool floors_hold(const Demand& demand, const ServedWeights& weights, const ClassCounts& counts);

/// The fewest handsets to move to VoLTE so that both floors hold, by the class that they leave. Nothing where no
/// number is enough.
std::optional<ClassCounts> fewest_subsidies(const Demand& demand, const ServedWeights& weights,
                                            const ClassCounts& counts);

/// The state at the end: every cell that can go off is off, and every carrier that may is on, and every swap.
ServiceState state_with_all_off(const SunsetModel& model);

/// fewest_subsidies of every demand in that state, in a period.
std::vector<std::optional<ClassCounts>> needs_with_all_off(const SunsetModel& model, int period);

}  // namespace phusong::sunset

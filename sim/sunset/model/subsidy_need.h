#pragma once

#include <optional>
#include <vector>

#include "sim/sunset/model/service_state.h"

namespace phusong::sunset {

/// Whether the floors of a demand hold.
bool floors_hold(const Demand& demand, const ServedWeights& weights, const ClassCounts& counts);

/// The fewest handsets that have to move to VoLTE for both floors to hold, by the class that they leave; nothing where
/// no number is enough.
std::optional<ClassCounts> fewest_subsidies(const Demand& demand, const ServedWeights& weights,
                                            const ClassCounts& counts);

/// The state with every old cell off, and every swap and every carrier that is not blocked for good on.
ServiceState state_with_all_off(const SunsetModel& model);

/// fewest_subsidies() of every demand in that state in a period.
std::vector<std::optional<ClassCounts>> needs_with_all_off(const SunsetModel& model, int period);

}  // namespace phusong::sunset

#pragma once

#include "sim/sunset/model/schedule.h"

namespace phusong::sunset {

/// Merges the subsidies of a demand and period, in order, and takes out the handsets and swaps without which every
/// floor holds as well: cost is the last objective.
void trim(const SunsetModel& model, Schedule& schedule);

}  // namespace phusong::sunset

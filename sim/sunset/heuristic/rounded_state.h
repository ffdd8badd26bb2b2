#pragma once

#include <vector>

#include "sim/sunset/model/terminal_state.h"

namespace phusong::sunset {

/// From all on, one cell after the other goes, those first that a relaxation has farthest off, where all floors hold
/// with the handsets that there are. Carriers and swaps are left alone.
TerminalState rounded_state(const SunsetModel& model, const std::vector<double>& off);

}  // namespace phusong::sunset

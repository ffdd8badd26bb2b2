#pragma once

#include <vector>

#include "sim/sunset/model/terminal_state.h"

namespace phusong::sunset {

/// Rounds the relaxation of a model of one period: from all on, switches off one cell after the other, in descending
/// order of its value in `off`, where all floors hold within the handset budget. Carriers and swaps stay off.
TerminalState rounded_state(const SunsetModel& model, const std::vector<double>& off);

}  // namespace phusong::sunset

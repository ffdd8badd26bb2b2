#pragma once

#include "sim/sunset/exact/exact_rows.h"

namespace phusong::sunset {

/// Adds the variables of cells, carriers and swaps to `decisions`.
void add_works(const SunsetModel& model, ExactDecisions& decisions, ExactRows& rows);

/// Adds the constraints of guard, crews, visits to sites and swap budget. README.md, (4) to (7).
void add_limits_of_works(const SunsetModel& model, const ExactDecisions& decisions, ExactRows& rows);

}  // namespace phusong::sunset

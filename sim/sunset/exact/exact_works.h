#pragma once

#include "sim/sunset/exact/exact_rows.h"

namespace phusong::sunset {

/// Cells, carriers and swaps by period: all of `decisions` but the handsets.
void add_works(const SunsetModel& model, ExactDecisions& decisions, ExactRows& rows);

/// What limits them whoever is served: the guard of refarmed carriers, crews, visits to sites, the money for swaps.
void add_limits_of_works(const SunsetModel& model, const ExactDecisions& decisions, ExactRows& rows);

}  // namespace phusong::sunset

#pragma once

#include <string>

#include "sim/report/sunset/sunset_data.h"

namespace phusong::report {

/// sunset.json: what the schedule reaches in each level of the objective, how far that can be from the best, and the
/// hamlets that hold the switch-off back.
std::string sunset_json(const SunsetData& data);

/// |value − bound| / max(|value|, 1e-9), the gap of a plan too.
double gap_of(double value, double bound);

/// Handsets that could call in period 0 and cannot in some later one, each demand's worst period taken.
std::int64_t handsets_cut(const SunsetData& data);

/// Σ MHz of the refarmed carriers on in each period from 1 on.
std::vector<double> mhz_freed_by_period(const SunsetData& data);

}  // namespace phusong::report

#pragma once

#include "propagation/limit.h"
#include "sim/scenario/calibration.h"

namespace phusong::scenario {

/// What a scenario takes of corrections. Beyond them measurements and network do not belong together.
inline constexpr propagation::Limit kOffsetLimit{.min = -60, .max = 60, .unit = "dB"};
inline constexpr propagation::Limit kSlopeLimit{.min = -60, .max = 60, .unit = "dB"};
inline constexpr propagation::Limit kLocationSigmaLimit{.min = 0, .max = 30, .unit = "dB"};

/// Whether a scenario takes all of them.
bool is_within_limits(const Calibration& calibration);

}  // namespace phusong::scenario

#pragma once

#include "propagation/itm/itm.h"
#include "propagation/point_to_point.h"

namespace phusong::propagation::itm {

/// The model's settings for a run, all but the frequency. Throws std::invalid_argument for an unknown climate.
Settings settings_from(const PropagationSettings& settings);

}  // namespace phusong::propagation::itm

#pragma once

#include <optional>

#include "propagation/point_to_point.h"

namespace phusong::scenario {

/// Where the model refuses to work at all; narrower ranges of validity are flagged in its results.
std::optional<propagation::Limit> frequency_limit(propagation::Model model);

}  // namespace phusong::scenario

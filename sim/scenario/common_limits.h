#pragma once

#include "propagation/limit.h"

namespace phusong::scenario {

// Limits that keys of scenario.toml and columns of tables have in common.
inline constexpr propagation::Limit kShare{.min = 0, .max = 1};
inline constexpr propagation::Limit kMillionVnd{.min = 0, .unit = "million VND"};

}  // namespace phusong::scenario

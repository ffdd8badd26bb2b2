#pragma once

namespace phusong::planning {

/// Costs closer than this are equal: sums of the same costs in another order differ by less.
inline constexpr double kCostToleranceMillionVnd = 1e-6;

}  // namespace phusong::planning

#pragma once

namespace phusong::planning {

/// Costs closer than this are equal: sums of the same costs in another order differ by less.
inline constexpr double kCostToleranceMillionVnd = 1e-6;

/// Lengths of fibre closer than this are equal.
inline constexpr double kLengthToleranceKm = 1e-9;
/// Masts closer than this are one: there is nothing to bridge between them.
inline constexpr double kSameMastM = 1.0;

}  // namespace phusong::planning

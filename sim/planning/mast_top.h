#pragma once

namespace phusong::planning {

/// Antennas hang this far below the top of a mast.
inline constexpr double kBelowMastTopM = 2.0;

}  // namespace phusong::planning

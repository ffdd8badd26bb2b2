#pragma once

namespace phusong::sunset {

/// A share reaches a floor that it misses by no more.
inline constexpr double kShareTolerance = 1e-9;

/// A number of handsets that is computed counts as whole within this.
inline constexpr double kHandsetTolerance = 1e-9;

/// Two objective values are equal within this; people × MHz relative to their size.
inline constexpr double kObjectiveTolerance = 1e-9;

/// Values and bounds of CLP and CBC are exact within this.
inline constexpr double kSolverTolerance = 1e-6;

}  // namespace phusong::sunset

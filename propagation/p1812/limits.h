#pragma once

#include <array>

#include "propagation/limit.h"
#include "propagation/p1812/p1812.h"

namespace phusong::propagation::p1812 {

/// The Recommendation's own range, P.1812 Annex 1, sections 1 and 3.1; ΔN where Eq. (6) is finite.
inline constexpr Limit kFrequency{"frequency_mhz", 30.0, 6000.0, "MHz"};
inline constexpr Limit kTimePercent{"time_percent", 1.0, 50.0, "%"};
inline constexpr Limit kLocationPercent{"location_percent", 1.0, 99.0, "%"};
inline constexpr Limit kDistance{"distance_km", 0.25, 3000.0, "km"};
inline constexpr Limit kTxHeight{"tx_height_m", 1.0, 3000.0, "m"};
inline constexpr Limit kRxHeight{"rx_height_m", 1.0, 3000.0, "m"};
inline constexpr Limit kLatitude{"latitude_deg", -90.0, 90.0, "°"};
inline constexpr Limit kDeltaN{"delta_n", 0.0, 156.0, "N-units/km"};
inline constexpr Limit kProfilePoints{"profile_points", 3.0, std::numeric_limits<double>::infinity(), ""};

inline constexpr std::array kLimits = {kFrequency, kTimePercent, kLocationPercent, kDistance,     kTxHeight,
                                       kRxHeight,  kLatitude,    kDeltaN,          kProfilePoints};

/// Appends what is out of range.
void check_limits(const Path& path, const Request& request, Violations& violations);

}  // namespace phusong::propagation::p1812

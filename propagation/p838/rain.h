#pragma once

#include <array>

#include "propagation/limit.h"
#include "propagation/profile.h"

// ITU-R P.838-3: specific attenuation of rain.
namespace phusong::propagation::p838 {

inline constexpr Limit kFrequency{"frequency_ghz", 1.0, 1000.0, "GHz"};
inline constexpr Limit kRainRate{.quantity = "rain_rate_mm_per_h", .min = 0.0, .unit = "mm/h"};
inline constexpr std::array kLimits = {kFrequency, kRainRate};

/// How a wave goes through the rain.
struct Wave {
  double frequency_ghz = 0.0;
  double elevation_deg = 0.0;
  double tilt_deg = 0.0;  ///< τ of the polarization from the horizontal; 45° stands for circular
};

/// τ of linear polarization: 0° horizontal, 90° vertical.
double tilt_deg_of(Polarization polarization);

/// γ_R = k R^α.
struct Coefficients {
  double k = 0.0;
  double alpha = 0.0;

  double specific_attenuation_db_per_km(double rain_rate_mm_per_h) const;  // (1)
};

Coefficients coefficients(const Wave& wave);

}  // namespace phusong::propagation::p838

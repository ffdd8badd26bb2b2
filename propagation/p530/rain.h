#pragma once

#include <array>

#include "propagation/limit.h"
#include "propagation/p838/rain.h"

// ITU-R P.530-18, section 2.4.1: long-term statistics of attenuation by rain.
namespace phusong::propagation::p530 {

inline constexpr Limit kRainFrequency{"frequency_ghz", 1.0, 100.0, "GHz"};
inline constexpr Limit kRainDistance{"distance_km", 0.0, 60.0, "km"};
inline constexpr Limit kRainPercent{"p_percent", 0.001, 1.0, "%"};
inline constexpr std::array kRainLimits = {kRainFrequency, kRainDistance, kRainPercent};

struct RainQuery {
  double distance_km = 0.0;
  p838::Wave wave;
  double r001_mm_per_h = 0.0;  ///< R_0.01: rain rate exceeded for 0.01 % of the time
};

void check_rain_limits(const RainQuery& query, double p_percent, Violations& violations);

/// The rain statistics of a hop.
class RainAttenuation {
 public:
  explicit RainAttenuation(const RainQuery& query);

  const p838::Coefficients& coefficients() const { return coefficients_; }
  double specific_attenuation_db_per_km() const { return specific_attenuation_db_per_km_; }
  /// r of (32) as it stands: on short hops at low frequencies it grows without bound and turns negative.
  double unbounded_distance_factor() const { return unbounded_factor_; }
  /// r as the Recommendation has it used: at most 2.5.
  double distance_factor() const;
  /// A_0.01 (33).
  double a001_db() const;
  /// A_p: attenuation exceeded for p % of an average year (34).
  double exceeded_db(double p_percent) const;
  /// A_p with the unbounded distance factor.
  double unbounded_exceeded_db(double p_percent) const;
  /// Percentage of an average year in which `attenuation_db` is exceeded, the inverse of `exceeded_db`; 0 for an
  /// attenuation that it never reaches.
  double percent_exceeding(double attenuation_db) const;

 private:
  p838::Coefficients coefficients_;
  double distance_km_, specific_attenuation_db_per_km_, unbounded_factor_;
  double c1_, c2_, c3_;  // (35a) to (35c)

  double share_of_a001(double p_percent) const;
};

}  // namespace phusong::propagation::p530

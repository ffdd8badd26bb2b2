#pragma once

#include <array>

#include "propagation/limit.h"
#include "propagation/p530/hop.h"

// ITU-R P.530-18, section 2.3: fading and enhancement by multipath.
namespace phusong::propagation::p530 {

/// Data from 7.5 to 185 km and 450 MHz to 37 GHz; reasonable up to about 45 GHz, and from 15/d GHz up.
inline constexpr Limit kMultipathFrequency{"frequency_ghz", 0.45, 45.0, "GHz"};
inline constexpr Limit kFrequencyTimesDistance{
    .quantity = "frequency_times_distance_ghz_km", .min = 15.0, .unit = "GHz km"};
inline constexpr Limit kMultipathDistance{"distance_km", 0.0, 185.0, "km"};
inline constexpr std::array kMultipathLimits = {kMultipathFrequency, kFrequencyTimesDistance, kMultipathDistance};

void check_multipath_limits(const Hop& hop, Violations& violations);

/// |ε_p|: inclination of the path in mrad (4).
double inclination_mrad(const Hop& hop);

/// What the Recommendation's digital maps give for a place.
struct RefractiveClimate {
  double log10_k = 0.0;      ///< geoclimatic factor K
  double dn75_nunits = 0.0;  ///< dN75
};

/// Percentage of the average worst month in which a deep fade of `fade_depth_db` is exceeded at one frequency (2.3.1);
/// at 0 dB the multipath occurrence factor p0. May pass 100 % where the tail does not hold.
double deep_fade_percent(const Hop& hop, const RefractiveClimate& climate, double fade_depth_db);

/// The same from dN1, the refractivity gradient in the lowest 65 m not exceeded for 1 % of the year: initial planning
/// of P.530-17, 2.3.1, which needs no map.
double deep_fade_percent_from_dn1(const Hop& hop, double dn1_nunits_per_km, double fade_depth_db);

/// Percentage of the worst month in which any fade depth is exceeded (2.3.2), from p0.
double any_fade_percent(double p0_percent, double fade_depth_db);

/// Percentage of the worst month in which an enhancement above the long-term median is not exceeded (2.3.3), from p0.
double enhancement_not_exceeded_percent(double p0_percent, double enhancement_db);

/// ΔG: from the worst month to the average year (2.3.4, step 2), at most 10.8 dB.
double geoclimatic_conversion_db(const Hop& hop);

/// Percentage of the average year, from that of the worst month (2.3.4, step 3).
double annual_percent(double worst_month_percent, const Hop& hop);

/// Percentage of the average year in which any fade depth is exceeded (2.3.4, step 4), from p0 of the worst month.
double any_fade_annual_percent(double p0_percent, const Hop& hop, double fade_depth_db);

}  // namespace phusong::propagation::p530

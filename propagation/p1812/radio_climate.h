#pragma once

#include "propagation/p1812/zones.h"

namespace phusong::propagation::p1812 {

/// Median effective Earth radius a_e in km, P.1812 Eq. (7a). `delta_n`: ΔN, N-units/km, < 157.
double median_effective_earth_radius_km(double delta_n);

/// Effective Earth radius exceeded for β0 of the time, a_β in km, Eq. (7b).
inline constexpr double kBetaEffectiveEarthRadiusKm = 6371.0 * 3.0;

/// τ of Eq. (3). `dlm_km`: longest continuous inland section.
double inland_parameter(double dlm_km);

/// β0 in %: time for which refractivity gradients beyond 100 N-units/km can be expected, Eqs. (2)–(5).
/// `latitude_deg`: of the path's centre.
double beta0_percent(double latitude_deg, const ZoneSections& sections);

}  // namespace phusong::propagation::p1812

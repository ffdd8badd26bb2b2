#pragma once

#include <cstddef>

#include "propagation/p526/bullington.h"
#include "propagation/profile.h"

namespace phusong::propagation::p1812 {

/// Radio horizons over bare terrain and the median effective Earth, P.1812 Attachment 1, section 5.
struct Horizons {
  bool transhorizon = false;
  double theta_t_mrad = 0.0;  ///< elevation of the transmitter's horizon; of the receiver on a line-of-sight path
  double theta_r_mrad = 0.0;
  double theta_mrad = 0.0;  ///< path angular distance
  double dlt_km = 0.0;      ///< distance to the transmitter's horizon; to the Bullington point in line of sight
  double dlr_km = 0.0;
  std::size_t lt = 0;  ///< profile point of the transmitter's horizon
  std::size_t lr = 0;
};

/// `ends`: antennas above sea level.
Horizons horizons(const Profile& profile, const p526::Terminals& ends, double effective_earth_radius_km);

/// θ_t alone, radians: the greater of the angle to the receiver and the angle to the horizon.
double transmitter_elevation_rad(const Profile& profile, const p526::Terminals& ends, double effective_earth_radius_km);

}  // namespace phusong::propagation::p1812

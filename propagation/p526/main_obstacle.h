#pragma once

#include <cstddef>
#include <optional>

#include "propagation/p526/bullington.h"
#include "propagation/profile.h"

namespace phusong::propagation::p526 {

/// The intermediate point of a profile with the largest Fresnel parameter ν: what stands most in the way, or comes
/// nearest to it.
struct MainObstacle {
  std::size_t point = 0;            ///< index into the profile, neither end
  double over_ray_m = 0.0;          ///< height of ground and clutter above the straight ray over the curved earth;
                                    ///< negative where the ray passes above
  double nu_root_wavelength = 0.0;  ///< ν √λ in √m
};

/// Finds it; of several the first. Nothing for a path without intermediate points or length. `ends` above sea level.
std::optional<MainObstacle> main_obstacle(const Profile& profile, const Terminals& ends,
                                          double effective_earth_radius_km);

/// Radius of the first Fresnel zone in m at distances d1 and d2 from the two ends, P.526 Eq. (2) with n = 1.
double first_fresnel_radius_m(double frequency_mhz, double d1_km, double d2_km);

}  // namespace phusong::propagation::p526

#pragma once

#include "propagation/limit.h"
#include "propagation/profile.h"

// ITU-R P.530-18, section 2.2: diffraction fading and path clearance.
namespace phusong::propagation::p530 {

/// The approximation is made for losses of more than about 15 dB.
inline constexpr Limit kObstacleLoss{.quantity = "obstacle_loss_db", .min = 15.0, .unit = "dB"};

/// F1: radius of the first Fresnel ellipsoid at distances d1 and d2 from the ends (3).
double first_fresnel_radius_m(double frequency_ghz, double d1_km, double d2_km);

/// A_d over average terrain (2). `height_m`: of the ray above the most significant obstacle, negative where the
/// obstacle rises above the ray.
double obstacle_loss_db(double height_m, double first_fresnel_radius_m);

/// How far the Earth rises above the chord between the ends.
double earth_bulge_m(double d1_km, double d2_km, double k_factor);

/// A ray over a profile.
struct ClearanceQuery {
  Profile profile;  ///< ground with its clutter, between the two ends
  double tx_height_m = 0.0;
  double rx_height_m = 0.0;
  double frequency_ghz = 0.0;
  double k_factor = 4.0 / 3.0;  ///< effective Earth radius over the Earth's
  double fresnel_share = 0.6;   ///< of F1 that is to be free
};

struct Clearance {
  double least_m = 0.0;           ///< least height of the ray over what is to be free; negative where it is not
  double distance_km = 0.0;       ///< where
  double obstacle_loss_db = 0.0;  ///< (2) at the point with the least height in units of F1
};

/// Clearance between the ends (2.2.2). Infinite for a profile without a point between its ends.
Clearance path_clearance(const ClearanceQuery& query);

}  // namespace phusong::propagation::p530

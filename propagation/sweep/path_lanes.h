#pragma once

#include "propagation/sweep/geometry_lanes.h"

namespace phusong::propagation::sweep {

/// The air and the time that a sweep is for, as numbers of its formulas.
struct Climate {
  explicit Climate(const PropagationSettings& settings);

  bool is_median;        ///< p = 50 %: time changes nothing
  float ae_km;           ///< a_e
  float half_curvature;  ///< 500 / a_e
  float half_curvature_beta;
  float log_p;            ///< ln p, p in %
  float log10_p_50;       ///< log10(p / 50)
  float normal_p;         ///< I(p / 100)
  float troposcatter_db;  ///< what Eq. (44) takes from N0 and p
};

/// From the geometry, in single precision: what the loss takes from a path, whatever the frequency.
struct PathLanes {
  Lanes distance_km, log_distance;
  Lanes slant_db;      ///< 20 log10 of the distance between the antennas in km
  Lanes rx_antenna_m;  ///< above sea level
  Lanes theta_t_mrad, theta_r_mrad, theta_mrad;
  Lanes dlt_km, dlr_km;
  Lanes omega, mostly_sea, receiver_on_sea;
  Lanes ducting_angle_mrad;  ///< θ' of Eq. (52)
  Lanes troposcatter_db;     ///< L_bs but for its frequency term, Eq. (44)
};

void set_path(const PlaceLanes& places, const GeometryLanes& geometry, const Climate& climate, PathLanes& path);

}  // namespace phusong::propagation::sweep

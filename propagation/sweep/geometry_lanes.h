#pragma once

#include "propagation/sweep/place_lanes.h"

namespace phusong::propagation::sweep {

/// What of p1812::Geometry depends on the antenna, for a lane's worth of receivers; the symbols are those of P.1812.
struct GeometryLanes {
  double antenna_m = 0.0;                            ///< h_ts, above sea level
  DoubleLanes above_smooth_tx_m, above_smooth_rx_m;  ///< antennas above the smooth surface, Eqs. (37a), (37b)
  DoubleLanes actual_nu, actual_nu_at_beta;          ///< ν √λ of the profile with its clutter, √m
  // Set lane by lane; lanes without a receiver keep what they had.
  /// Tangents of the horizons' elevations.
  DoubleLanes theta_t_m_per_km = DoubleLanes::Ones(), theta_r_m_per_km = DoubleLanes::Ones();
  DoubleLanes dlt_km = DoubleLanes::Ones(), dlr_km = DoubleLanes::Ones();
  DoubleLanes hm_m = DoubleLanes::Ones();
  /// Eqs. (89a) to (89c); where nothing stands over the ray h_obs is 0 and the angles are of no meaning.
  DoubleLanes h_obs_m = DoubleLanes::Zero(), alpha_obt = DoubleLanes::Ones(), alpha_obr = DoubleLanes::Ones();
  /// ν |ν| λ of the profile with its clutter, m.
  DoubleLanes nu_squared = DoubleLanes::Ones(), nu_squared_at_beta = DoubleLanes::Ones();
};

/// Finds the geometry of all receivers of a mast's rays, batch after batch. Holds scratch space.
class GeometryFinder {
 public:
  /// All must outlive their use here.
  void start(std::span<const Ray> rays, const Receivers& receivers, const SweepSettings& settings);
  /// The next kLanes receivers, from `first` on; beyond the last one it is repeated. Without `wants_roughness` h_m
  /// stays unset.
  void find(std::size_t first, bool wants_roughness = true);
  /// The receivers of the last find() once more, with h_m.
  void find_roughness();

  const GrowingRays& rays() const { return rays_; }
  const PlaceLanes& places() const { return places_; }
  /// One an antenna.
  const std::vector<GeometryLanes>& geometry() const { return geometry_; }

 private:
  /// The own samples over one of the Earths.
  struct Earth {
    OwnHorizon horizon;
    std::vector<OwnView> views;  ///< one an antenna
  };
  void see(double half_curvature, const OwnLanes& height_m, Earth& earth) const;
  void see_earths();
  void find_place(const GrowingRay& ray, const Place& place);

  GrowingRays rays_;
  const Receivers* receivers_ = nullptr;
  double rx_height_m_ = 0.0;
  std::size_t first_ = 0;
  bool wants_roughness_ = true;
  PlaceLanes places_;
  Earth bare_, surface_, surface_at_beta_;
  std::vector<GeometryLanes> geometry_;
};

}  // namespace phusong::propagation::sweep

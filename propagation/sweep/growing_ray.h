#pragma once

#include <optional>
#include <vector>

#include "propagation/p1812/zone_sums.h"
#include "propagation/p526/terrain_line_sums.h"
#include "propagation/sweep/curved_ray.h"
#include "propagation/sweep/ray.h"

namespace phusong::propagation::sweep {

/// All that P.1812 takes from a ray, sample by sample, on each Earth and with each kind of height that it asks for.
class GrowingRay {
 public:
  /// Goes back to the mast of another ray. The ray must outlive its use here.
  void start(const Ray& ray, const SweepSettings& settings);
  /// Takes in the samples up to this one; never goes back.
  void advance_to(int sample);

  const Ray& ray() const { return *ray_; }
  double antenna_m() const { return antenna_m_; }  ///< h_ts, above sea level
  bool has_clutter() const { return !ray_->clutter_m.empty(); }
  bool has_zones() const { return !ray_->zone.empty(); }

  const CurvedRay& bare() const { return bare_; }  ///< terrain over the median effective Earth
  const CurvedRay& flat() const { return flat_; }  ///< terrain over a flat Earth
  /// Terrain with clutter over the median effective Earth; the terrain itself where there is no clutter.
  const CurvedRay& surface() const { return has_clutter() ? surface_ : bare_; }
  /// Terrain with clutter over the Earth of a_β; only for p < 50 %.
  const CurvedRay* surface_at_beta() const { return wants_beta_ ? &surface_at_beta_ : nullptr; }
  /// Sums up to any sample of the ray, also of those to come.
  const p526::TerrainLineSums<double>& line_sums(int sample) const {
    return line_sums_[static_cast<std::size_t>(sample)];
  }
  /// Up to the sample advanced to.
  const p1812::ZoneSums& zone_sums() const { return zone_sums_; }

 private:
  void add_up_line();

  const Ray* ray_ = nullptr;
  double antenna_m_ = 0.0;
  bool wants_beta_ = false;
  int sample_ = 0;                 ///< that zone_sums_ has come to
  std::vector<double> surface_m_;  ///< ground with clutter
  CurvedRay bare_, flat_, surface_, surface_at_beta_;
  std::vector<p526::TerrainLineSums<double>> line_sums_;
  p1812::ZoneSums zone_sums_;
};

}  // namespace phusong::propagation::sweep

#pragma once

#include <vector>

#include "propagation/p1812/zone_sums.h"
#include "propagation/p526/terrain_line_sums.h"
#include "propagation/sweep/curved_ray.h"
#include "propagation/sweep/ray.h"

namespace phusong::propagation::sweep {

using LineSums = p526::TerrainLineSums;

/// All that P.1812 takes from a ray, sample by sample, on each Earth and with each kind of height that it asks for.
class GrowingRay {
 public:
  /// Goes back to the mast of another ray. `antennas_m`: above sea level. The ray must outlive its use here.
  void start(const Ray& ray, const SweepSettings& settings, std::span<const double> antennas_m);
  /// Takes in the samples up to this one; never goes back.
  void advance_to(int sample);

  const Ray& ray() const { return *ray_; }
  bool has_clutter() const { return !ray_->clutter_m.empty(); }

  const CurvedRay& bare() const { return bare_; }  ///< terrain over the median effective Earth
  /// Terrain with clutter over the median effective Earth; only where there is clutter.
  const CurvedRay& surface() const { return surface_; }
  /// Terrain with clutter over the Earth of a_β; only for p < 50 %.
  const CurvedRay& surface_at_beta() const { return surface_at_beta_; }
  const p1812::ZoneSums& zone_sums() const { return zone_sums_; }

 private:
  const Ray* ray_ = nullptr;
  bool wants_beta_ = false;
  int sample_ = 0;                 ///< that zone_sums_ has come to
  std::vector<double> surface_m_;  ///< ground with clutter
  CurvedRay bare_, surface_, surface_at_beta_;
  p1812::ZoneSums zone_sums_;
};

/// The rays of one mast, of which one at a time grows.
class GrowingRays {
 public:
  /// The rays must outlive their use here.
  void start(std::span<const Ray> rays, const SweepSettings& settings);
  /// The ray, grown up to the sample. Neither the rays' numbers nor the samples of one ray may fall.
  const GrowingRay& grown(int ray, int sample) {
    if (ray != growing_) start_ray(ray);
    ray_.advance_to(sample);
    return ray_;
  }

  /// Samples and rays may fall once.
  void rewind() { growing_ = -1; }

  const Ray& ray(int ray) const { return rays_[static_cast<std::size_t>(ray)]; }
  std::span<const double> antennas_m() const { return antennas_m_; }  ///< h_ts, above sea level
  double mast_ground_m() const { return rays_.front().ground_m.front(); }
  bool has_clutter() const { return !rays_.front().clutter_m.empty(); }
  bool has_zones() const { return !rays_.front().zone.empty(); }
  bool wants_beta() const { return settings_->propagation.time_percent != 50.0; }  // at the median it changes nothing
  double median_half_curvature() const;
  double beta_half_curvature() const;
  /// Sums up to any sample of any ray, whether grown or not.
  const LineSums& line_sums(int ray, int sample) const {
    return line_sums_[static_cast<std::size_t>(ray)][static_cast<std::size_t>(sample)];
  }

 private:
  void start_ray(int ray);

  std::span<const Ray> rays_;
  const SweepSettings* settings_ = nullptr;
  std::vector<double> antennas_m_;
  std::vector<std::vector<LineSums>> line_sums_;
  int growing_ = -1;
  GrowingRay ray_;
};

}  // namespace phusong::propagation::sweep

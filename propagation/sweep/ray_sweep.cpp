#include "propagation/sweep/ray_sweep.h"

#include <algorithm>
#include <utility>

#include "propagation/sweep/geometry_lanes.h"
#include "propagation/sweep/loss_lanes.h"

namespace phusong::propagation::sweep {
namespace {

class LaneRaySweep final : public RaySweep {
 public:
  explicit LaneRaySweep(const SweepSettings& settings) : settings_(settings), climate_(settings.propagation) {
    for (const double frequency_mhz : settings.frequencies_mhz)
      carriers_.emplace_back(frequency_mhz, settings.propagation.polarization);
  }

  void compute(std::span<const Ray> rays, const Receivers& receivers, std::vector<RayLosses>& losses) override;

 private:
  void set_samples(std::span<const Ray> rays);
  void prepare(const GeometryLanes& geometry);
  void set_diffraction(const GeometryLanes& geometry, const DoubleLanes& actual_nu, float half_curvature,
                       DiffractionLanes& diffraction) const;
  /// Of one antenna to the receivers of a batch, `lanes` from `first` on.
  void store(std::size_t first, std::size_t lanes, std::size_t antenna, RayLosses& losses);
  Lanes loss_db(std::size_t antenna, const Carrier& carrier);

  SweepSettings settings_;
  Climate climate_;
  std::vector<Carrier> carriers_;
  GeometryFinder finder_;
  SampledPath samples_;
  LossLanes paths_;
  bool needs_roughness_ = true;  ///< for some antenna and frequency of the batch
};

void LaneRaySweep::set_samples(std::span<const Ray> rays) {
  const PlaceLanes& places = finder_.places();
  for (std::size_t l = 0; l < kLanes; ++l)
    samples_.ray_km[l] = rays[static_cast<std::size_t>(places.ray[l])].distance_km;
  samples_.last_ray_sample = places.last_ray_sample;
  for (std::size_t k = 0; k < kOwnSamples; ++k)
    samples_.own_km[k] = floats(places.own.distance_km[k]);
}

void LaneRaySweep::set_diffraction(const GeometryLanes& geometry, const DoubleLanes& actual_nu, float half_curvature,
                                   DiffractionLanes& diffraction) const {
  SmoothPath& smooth = diffraction.spherical.smooth;
  smooth.distance_km = paths_.path.distance_km;
  smooth.tx_m = floats(geometry.above_smooth_tx_m);
  smooth.rx_m = floats(geometry.above_smooth_rx_m);
  smooth.half_curvature = half_curvature;
  diffraction.actual_nu = floats(actual_nu);
  diffraction.smooth_nu = smooth_nu_lanes(smooth, samples_);
  set_spherical(diffraction.spherical);
}

void LaneRaySweep::prepare(const GeometryLanes& geometry) {
  paths_.tx_antenna_m = static_cast<float>(geometry.antenna_m);
  set_path(finder_.places(), geometry, climate_, paths_.path);
  set_diffraction(geometry, geometry.actual_nu, climate_.half_curvature, paths_.median);
  if (!climate_.is_median)
    set_diffraction(geometry, geometry.actual_nu_at_beta, climate_.half_curvature_beta,
                    paths_.at_beta ? *paths_.at_beta : paths_.at_beta.emplace());
  paths_.anomalous.reset();
}

Lanes LaneRaySweep::loss_db(std::size_t antenna, const Carrier& carrier) {
  if (const auto loss_db = loss_without_ducting(paths_, climate_, carrier)) return *loss_db;
  needs_roughness_ = true;
  if (!paths_.anomalous) {
    finder_.find_roughness();
    paths_.anomalous = anomalous_lanes(finder_.places(), finder_.geometry()[antenna], climate_, paths_.path);
  }
  return basic_loss_lanes(paths_, climate_, carrier);
}

void LaneRaySweep::store(std::size_t first, std::size_t lanes, std::size_t antenna, RayLosses& losses) {
  const Lanes departure_rad = paths_.path.theta_t_mrad / 1000.0F;
  std::copy_n(departure_rad.data(), lanes, losses.departure_rad.data() + first);
  for (std::size_t f = 0; f < carriers_.size(); ++f) {
    const Lanes values = loss_db(antenna, carriers_[f]);
    std::copy_n(values.data(), lanes, losses.loss_db[f].data() + first);
  }
}

void LaneRaySweep::compute(std::span<const Ray> rays, const Receivers& receivers, std::vector<RayLosses>& losses) {
  const std::size_t count = receivers.size();
  resize(losses, {settings_.tx_heights_m.size(), carriers_.size(), count});
  if (count == 0) return;
  finder_.start(rays, receivers, settings_);
  const bool has_zones = finder_.rays().has_zones();
  const Ray& any = rays.front();
  paths_.any_sea = has_zones || any.everywhere == Zone::kSea;
  paths_.tx_on_sea = (has_zones ? any.zone.front() : any.everywhere) == Zone::kSea;
  const bool equal_steps = std::ranges::all_of(rays, [&](const Ray& ray) { return ray.step_km == any.step_km; });
  samples_.step_km = equal_steps ? static_cast<float>(any.step_km) : 0.0F;
  for (std::size_t first = 0; first < count; first += kLanes) {
    // Where the last batch needed no roughness, this one mostly needs none.
    finder_.find(first, std::exchange(needs_roughness_, false));
    set_samples(rays);
    paths_.least_variability_db = least_median_variability_db(finder_.places());
    for (std::size_t a = 0; a < losses.size(); ++a) {
      prepare(finder_.geometry()[a]);
      store(first, std::min<std::size_t>(kLanes, count - first), a, losses[a]);
    }
  }
}

}  // namespace

std::unique_ptr<RaySweep> make_portable_ray_sweep(const SweepSettings& settings) {
  return std::make_unique<LaneRaySweep>(settings);
}

}  // namespace phusong::propagation::sweep

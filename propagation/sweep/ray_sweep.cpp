#include "propagation/sweep/ray_sweep.h"

#include <algorithm>

#include "propagation/sweep/loss_lanes.h"

namespace phusong::propagation::sweep {
namespace {

class LaneRaySweep final : public RaySweep {
 public:
  explicit LaneRaySweep(const SweepSettings& settings) : settings_(settings), climate_(settings.propagation) {
    for (const double frequency_mhz : settings.frequencies_mhz)
      carriers_.emplace_back(frequency_mhz, settings.propagation.polarization);
  }

  void compute(const Ray& ray, const Receivers& receivers, RayLosses& losses) override;

 private:
  void prepare(const Ray& ray, const Receivers& receivers, std::size_t first);
  DiffractionLanes diffraction(const DoubleLanes& actual_nu, float half_curvature) const;

  SweepSettings settings_;
  Climate climate_;
  std::vector<Carrier> carriers_;
  GrowingRay growing_;
  GeometryLanes geometry_;
  SampledPath samples_;
  LossLanes paths_;
};

DiffractionLanes LaneRaySweep::diffraction(const DoubleLanes& actual_nu, float half_curvature) const {
  const SmoothPath smooth{.distance_km = paths_.path.distance_km,
                          .tx_m = geometry_.above_smooth_tx_m.cast<float>(),
                          .rx_m = geometry_.above_smooth_rx_m.cast<float>(),
                          .half_curvature = half_curvature};
  return {.actual_nu = actual_nu.cast<float>(),
          .smooth_nu = smooth_nu_lanes(smooth, samples_),
          .spherical = spherical_lanes(smooth)};
}

void LaneRaySweep::prepare(const Ray& ray, const Receivers& receivers, std::size_t first) {
  geometry_of(growing_, receivers, first, settings_.rx_height_m, geometry_);
  samples_.ray_km = ray.distance_km;
  for (std::size_t l = 0; l < samples_.last_ray_sample.size(); ++l)
    samples_.last_ray_sample[l] = receivers.last_ray_sample[std::min(first + l, receivers.size() - 1)];
  for (std::size_t k = 0; k < kOwnSamples; ++k)
    samples_.own_km[k] = geometry_.own.distance_km[k].cast<float>();
  paths_.path = path_lanes(geometry_, climate_, growing_.antenna_m());
  paths_.median = diffraction(geometry_.actual_nu, climate_.half_curvature);
  if (!climate_.is_median) paths_.at_beta = diffraction(geometry_.actual_nu_at_beta, climate_.half_curvature_beta);
}

void LaneRaySweep::compute(const Ray& ray, const Receivers& receivers, RayLosses& losses) {
  const std::size_t count = receivers.size();
  losses.departure_rad.resize(count);
  losses.loss_db.resize(carriers_.size());
  for (auto& values : losses.loss_db)
    values.resize(count);
  growing_.start(ray, settings_);
  paths_.tx_antenna_m = static_cast<float>(growing_.antenna_m());
  paths_.any_sea = growing_.has_zones() || ray.everywhere == Zone::kSea;
  paths_.tx_on_sea = (growing_.has_zones() ? ray.zone.front() : ray.everywhere) == Zone::kSea;
  for (std::size_t first = 0; first < count; first += kLanes) {
    prepare(ray, receivers, first);
    const std::size_t lanes = std::min<std::size_t>(kLanes, count - first);
    const Lanes departure_rad = paths_.path.theta_t_mrad / 1000.0F;
    std::copy_n(departure_rad.data(), lanes, losses.departure_rad.data() + first);
    for (std::size_t f = 0; f < carriers_.size(); ++f) {
      const Lanes loss_db = basic_loss_lanes(paths_, climate_, carriers_[f]);
      std::copy_n(loss_db.data(), lanes, losses.loss_db[f].data() + first);
    }
  }
}

}  // namespace

std::unique_ptr<RaySweep> make_portable_ray_sweep(const SweepSettings& settings) {
  return std::make_unique<LaneRaySweep>(settings);
}

}  // namespace phusong::propagation::sweep

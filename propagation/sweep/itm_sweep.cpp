#include "propagation/sweep/itm_sweep.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "propagation/itm/preparation.h"
#include "propagation/itm/reference_attenuation.h"
#include "propagation/itm/run_settings.h"
#include "propagation/itm/variability.h"
#include "propagation/p1812/radio_climate.h"
#include "propagation/sweep/itm_horizons.h"
#include "propagation/sweep/itm_irregularity.h"

namespace phusong::propagation::sweep {
namespace {

/// A receiver's ground as itm::prepared() asks for it.
struct SweptGround {
  const ItmPath& path;
  ItmIrregularity& irregularity;

  double length_m() const { return path.length_m(); }
  double step_m() const { return path.step_m(); }
  itm::Ends height_m() const { return path.height_m(); }
  itm::Ends fitted_m(double first, double last) const { return path.fitted_m(first, last); }
  double irregularity_m(double first_m, double last_m) const { return irregularity.delta_h_m(path, first_m, last_m); }
};

/// θ_t of P.1812, at which the ray leaves the mast in every model: a running maximum over bare terrain.
class Departure {
 public:
  explicit Departure(double delta_n) : half_curvature_(500.0 / p1812::median_effective_earth_radius_km(delta_n)) {}

  void start(double antenna_m) {
    antenna_m_ = antenna_m;
    sample_ = 0;
    steepest_ = -std::numeric_limits<double>::infinity();
  }
  double angle_rad(const Ray& ray, const ItmPath& path, double rx_antenna_m) {
    for (; sample_ < path.last_ray_sample(); ++sample_) {
      const auto next = static_cast<std::size_t>(sample_) + 1;
      steepest_ = std::max(steepest_, slope(ray.distance_km[next], ray.ground_m[next]));
    }
    double steepest = std::max(steepest_, slope(path.length_m() / 1000.0, rx_antenna_m));
    for (int i = path.last_ray_sample() + 1; i < path.intervals(); ++i)
      steepest = std::max(steepest, slope(path.from_tx_m(i) / 1000.0, path.height_m(i)));
    return std::atan(steepest / 1000.0);
  }

 private:
  double slope(double distance_km, double height_m) const {
    return (height_m - antenna_m_) / distance_km - half_curvature_ * distance_km;
  }

  double half_curvature_;
  double antenna_m_ = 0.0;
  int sample_ = 0;
  double steepest_ = 0.0;
};

/// What a frequency brings: settings and the ground's impedance.
struct ItmCarrier {
  double frequency_mhz;
  std::complex<double> ground_impedance;
};

/// One antenna of the mast.
struct Antenna {
  itm::Ends height_m;  ///< and the receiver's
  Departure departure;
  ItmHorizons horizons;
};

/// The receivers of one ray.
struct Range {
  std::size_t begin, end;
};

class ItmRaySweep final : public RaySweep {
 public:
  explicit ItmRaySweep(const SweepSettings& settings);

  void compute(std::span<const Ray> rays, const Receivers& receivers, std::vector<RayLosses>& losses) override;

 private:
  void compute_ray(const Ray& ray, const Receivers& receivers, Range range, std::vector<RayLosses>& losses);
  double most_curvature_per_m(const Ray& ray, const Receivers& receivers, Range range) const;
  itm::RadioPath path_from(Antenna& antenna);
  void store(itm::RadioPath path, std::size_t receiver, RayLosses& losses) const;

  double rx_height_m_;
  double n0_;
  itm::Variability variability_;
  std::vector<ItmCarrier> carriers_;
  std::vector<Antenna> antennas_;
  ItmPath path_;
  ItmIrregularity irregularity_;
};

ItmRaySweep::ItmRaySweep(const SweepSettings& settings)
    : rx_height_m_(settings.rx_height_m),
      n0_(settings.propagation.n0),
      variability_(itm::settings_from(settings.propagation)) {
  for (const double tx_height_m : settings.tx_heights_m) {
    antennas_.push_back({.height_m = {tx_height_m, settings.rx_height_m},
                         .departure = Departure(settings.propagation.delta_n),
                         .horizons = {}});
  }
  itm::Settings of_model = itm::settings_from(settings.propagation);
  for (const double frequency_mhz : settings.frequencies_mhz) {
    of_model.frequency_mhz = frequency_mhz;
    carriers_.push_back({frequency_mhz, itm::surroundings(of_model, 0.0).ground_impedance});
  }
}

/// Above the highest ground the air is thinnest and bends rays least; no path's mean height is above it.
double ItmRaySweep::most_curvature_per_m(const Ray& ray, const Receivers& receivers, Range range) const {
  const auto highest = [&](const std::vector<double>& height_m) {
    return *std::ranges::max_element(std::span(height_m).subspan(range.begin, range.end - range.begin));
  };
  double highest_m = std::max(*std::ranges::max_element(ray.ground_m), highest(receivers.ground_m));
  for (const auto& own_ground_m : receivers.own_ground_m)
    highest_m = std::max(highest_m, highest(own_ground_m));
  return itm::earth_curvature_per_m(itm::surface_refractivity(n0_, highest_m));
}

itm::RadioPath ItmRaySweep::path_from(Antenna& antenna) {
  itm::RadioPath path{.profile_is_known = true};
  itm::Surroundings& air = path.surroundings;
  air.surface_refractivity = itm::surface_refractivity(n0_, path_.mean_height_m());
  air.earth_curvature_per_m = itm::earth_curvature_per_m(air.surface_refractivity);
  const itm::Horizons horizons = antenna.horizons.find(path_, air.earth_curvature_per_m);
  path.geometry =
      itm::prepared(SweptGround{path_, irregularity_}, antenna.height_m, horizons, air.effective_radius_m());
  return path;
}

void ItmRaySweep::store(itm::RadioPath path, std::size_t receiver, RayLosses& losses) const {
  for (std::size_t f = 0; f < carriers_.size(); ++f) {
    path.frequency_mhz = carriers_[f].frequency_mhz;
    path.surroundings.ground_impedance = carriers_[f].ground_impedance;
    const double reference_db = itm::reference_attenuation(path).attenuation_db;
    losses.loss_db[f][receiver] = static_cast<float>(variability_.attenuation_quantile_db(path, reference_db) +
                                                     itm::free_space_db(path.frequency_mhz, path.geometry.distance_m));
  }
}

void ItmRaySweep::compute_ray(const Ray& ray, const Receivers& receivers, Range range, std::vector<RayLosses>& losses) {
  path_.start(ray);
  const double most_curvature = most_curvature_per_m(ray, receivers, range);
  for (Antenna& antenna : antennas_) {
    antenna.horizons.start(ray, antenna.height_m, most_curvature);
    antenna.departure.start(ray.ground_m.front() + antenna.height_m[0]);
  }
  for (std::size_t r = range.begin; r < range.end; ++r) {
    path_.turn_to(receivers, r);
    for (std::size_t a = 0; a < antennas_.size(); ++a) {
      store(path_from(antennas_[a]), r, losses[a]);
      losses[a].departure_rad[r] =
          static_cast<float>(antennas_[a].departure.angle_rad(ray, path_, receivers.ground_m[r] + rx_height_m_));
    }
  }
}

void ItmRaySweep::compute(std::span<const Ray> rays, const Receivers& receivers, std::vector<RayLosses>& losses) {
  resize(losses, {antennas_.size(), carriers_.size(), receivers.size()});
  Range range{0, 0};
  for (std::size_t i = 0; i < rays.size(); ++i) {
    range = {range.end, receivers.end_of_ray[i]};
    if (range.begin < range.end) compute_ray(rays[i], receivers, range, losses);
  }
}

}  // namespace

std::unique_ptr<RaySweep> make_itm_ray_sweep(const SweepSettings& settings) {
  return std::make_unique<ItmRaySweep>(settings);
}

}  // namespace phusong::propagation::sweep

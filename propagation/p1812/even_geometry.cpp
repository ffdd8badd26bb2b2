#include "propagation/p1812/even_geometry.h"

#include <algorithm>
#include <cmath>

#include "propagation/p1812/even_extremes.h"
#include "propagation/units.h"

namespace phusong::propagation::p1812 {
namespace {

/// A path in intervals: n of them, each step_km long.
struct EvenPath {
  EvenPath(const Profile& profile, const p526::Terminals& antennas, double radius_km)
      : ground_m(profile.ground_m),
        n(static_cast<double>(profile.size() - 1)),
        length_km(profile.length_km()),
        step_km(length_km / n),
        ray{.tx_height_m = antennas.tx_height_m,
            .rx_height_m = antennas.rx_height_m,
            .bulge_m = 500.0 / radius_km * step_km * step_km},
        extremes(even_extremes(ground_m, ray)) {}

  /// Rise of the straight ray, metres per interval.
  double ray_slope() const { return (ray.rx_height_m - ray.tx_height_m) / n; }

  std::span<const double> ground_m;
  double n, length_km, step_km;
  EvenRay ray;
  EvenExtremes extremes;
};

Horizons horizons_of(const EvenPath& path, double radius_km) {
  const EvenExtremes& e = path.extremes;
  const double to_rx = path.ray_slope() - path.ray.bulge_m * path.n;  // (76), per interval
  Horizons result;
  result.transhorizon = e.tx_slope > to_rx;
  result.theta_t_mrad = mrad_from_slope(std::max(e.tx_slope, to_rx) / path.step_km / 1000.0);  // (77)–(79)
  if (result.transhorizon) {
    result.lt = tx_horizon(path.ground_m, path.ray, e);
    result.lr = rx_horizon(path.ground_m, path.ray, e);
    result.theta_r_mrad = mrad_from_slope(e.rx_slope / path.step_km / 1000.0);  // (82)
  } else {
    result.lt = result.lr = bullington_point(path.ground_m, path.ray, e);
    const double to_tx = -path.ray_slope() - path.ray.bulge_m * path.n;
    result.theta_r_mrad = mrad_from_slope(to_tx / path.step_km / 1000.0);  // (81)
  }
  result.dlt_km = static_cast<double>(result.lt) * path.step_km;                                     // (80)
  result.dlr_km = (path.n - static_cast<double>(result.lr)) * path.step_km;                          // (83)
  result.theta_mrad = 1e3 * path.length_km / radius_km + result.theta_t_mrad + result.theta_r_mrad;  // (84)
  return result;
}

/// Eqs. (85) to (88), whose sums over equal steps are those of the heights and of their moments.
p526::SurfaceHeights least_squares_of(const EvenPath& path) {
  const double first_m = path.ground_m.front(), last_m = path.ground_m.back(), n = path.n;
  const double v1 = 2.0 * path.extremes.ground_sum_m + first_m + last_m;                     // (85) by s
  const double v2 = 6.0 * path.extremes.ground_moment + last_m * (3.0 * n - 1.0) + first_m;  // (86) by s²
  return {.tx_m = (2.0 * v1 * n - v2) / (n * n), .rx_m = (v2 - v1 * n) / (n * n)};
}

p526::SurfaceHeights diffraction_surface_of(const EvenPath& path, const p526::SurfaceHeights& least_squares) {
  p526::SurfaceHeights surface = least_squares;  // (90a), (90b)
  const double h_obs_m = path.extremes.over_ray_m;
  if (h_obs_m > 0.0) {
    const double alpha_obt = path.extremes.tx_angle - path.ray_slope();  // (89b), per interval
    const double alpha_obr = path.extremes.rx_angle + path.ray_slope();  // (89c)
    surface.tx_m -= h_obs_m * alpha_obt / (alpha_obt + alpha_obr);       // (90c), (90e)
    surface.rx_m -= h_obs_m * alpha_obr / (alpha_obt + alpha_obr);       // (90d), (90f)
  }
  return {.tx_m = std::min(surface.tx_m, path.ground_m.front()),  // (91a), (91b)
          .rx_m = std::min(surface.rx_m, path.ground_m.back())};  // (91c), (91d)
}

DuctingSurface ducting_surface_of(const EvenPath& path, const Horizons& horizons,
                                  const p526::SurfaceHeights& least_squares) {
  DuctingSurface result;
  result.surface = {.tx_m = std::min(least_squares.tx_m, path.ground_m.front()),  // (92a)
                    .rx_m = std::min(least_squares.rx_m, path.ground_m.back())};  // (92b)
  const double slope_m = (result.surface.rx_m - result.surface.tx_m) / path.n;    // (93), per interval
  result.hte_m = path.ray.tx_height_m - result.surface.tx_m;                      // (94a)
  result.hre_m = path.ray.rx_height_m - result.surface.rx_m;                      // (94b)
  result.hm_m = largest_rise_m(path.ground_m, horizons.lt, horizons.lr, result.surface.tx_m, slope_m);  // (95)
  return result;
}

/// ν √λ from the largest slopes over the ray, and from ν |ν| λ where none is above it; (15) to (20).
double nu_root_wavelength(const EvenPath& path, double slope_from_tx, double slope_from_rx, double nu_squared) {
  const double per_km = 1.0 / path.step_km;
  if (slope_from_tx > 0.0)
    return std::sqrt(0.002 * path.length_km * (slope_from_tx * per_km) * (slope_from_rx * per_km));
  const double squared = nu_squared * per_km * per_km;
  return std::copysign(std::sqrt(0.002 * path.length_km * std::abs(squared)), squared);
}

double actual_nu_of(const EvenPath& path) {
  const double whole_bulge_m = path.ray.bulge_m * path.n;
  return nu_root_wavelength(path, path.extremes.tx_slope + whole_bulge_m - path.ray_slope(),
                            path.extremes.rx_slope + whole_bulge_m + path.ray_slope(), path.extremes.nu_squared);
}

/// The smooth Earth under two antennas at the samples of a path: where each extreme is is known, and the sample on
/// either side of it is looked at.
class SmoothEarth {
 public:
  SmoothEarth(const EvenPath& path, double tx_height_m, double rx_height_m)
      : path_(path), tx_m_(tx_height_m), rx_m_(rx_height_m), slope_m_((rx_height_m - tx_height_m) / path.n) {}

  double nu_root_wavelength() const {
    const double bulge_m = path_.ray.bulge_m;
    const auto from_tx = [this](double i) { return over_ray_m(i) / i; };
    const auto from_rx = [this](double i) { return over_ray_m(i) / (path_.n - i); };
    const double slope_from_tx = largest_near(std::sqrt(tx_m_ / bulge_m), from_tx);
    if (slope_from_tx > 0.0) {
      const double slope_from_rx = largest_near(path_.n - std::sqrt(rx_m_ / bulge_m), from_rx);
      return p1812::nu_root_wavelength(path_, slope_from_tx, slope_from_rx, 0.0);
    }
    const auto nu_squared = [this](double i) {
      const double over_m = over_ray_m(i);
      return over_m * std::abs(over_m) / (i * (path_.n - i));
    };
    return p1812::nu_root_wavelength(path_, 0.0, 0.0, largest_near(least_clearance(), nu_squared));
  }

 private:
  double over_ray_m(double i) const { return path_.ray.bulge_m * i * (path_.n - i) - tx_m_ - slope_m_ * i; }

  template <class Function>
  double largest_near(double place, Function function) const {
    const double before = std::clamp(std::floor(place), 1.0, path_.n - 1.0);
    const double after = std::min(before + 1.0, path_.n - 1.0);
    return std::max(function(before), function(after));
  }

  /// Where ν is largest in line of sight. With w = d1/d2 counted from the higher antenna (height a, the other b) and
  /// c = C D², clearance over √(d1 d2) has one minimum, at w ≥ 1 where b w − a + c w (w − 1)/(1 + w)² = 0.
  double least_clearance() const {
    constexpr double kNearEnough = 1e-5;
    const double a = std::max(tx_m_, rx_m_), b = std::min(tx_m_, rx_m_);
    const double c = path_.ray.bulge_m * path_.n * path_.n;
    double w = a / b;
    for (int step = 0; step < 7; ++step) {
      const double per_1w = 1.0 / (1.0 + w);
      const double value = b * w - a + c * w * (w - 1.0) * per_1w * per_1w;
      const double derivative = b + c * (3.0 * w - 1.0) * per_1w * per_1w * per_1w;
      const double before = w;
      w = std::max(1.0, w - value / derivative);
      if (std::abs(w - before) <= kNearEnough * w) break;  // the next step would be of the square of it
    }
    const double from_lower = path_.n / (1.0 + w);
    return rx_m_ > tx_m_ ? from_lower : path_.n - from_lower;
  }

  const EvenPath& path_;
  double tx_m_, rx_m_;
  double slope_m_;
};

}  // namespace

bool has_even_geometry(const Path& path) {
  return path.profile.zone.empty() && path.profile.size() >= 3 && path.profile.size() <= kMostIntervals + 1;
}

Geometry even_geometry(const Path& path) {
  Geometry result = ends_of(path);
  const EvenPath even(path.profile, result.antennas, result.ae_km);
  result.horizons = horizons_of(even, result.ae_km);
  result.least_squares = least_squares_of(even);
  result.diffraction = diffraction_surface_of(even, result.least_squares);
  result.ducting = ducting_surface_of(even, result.horizons, result.least_squares);
  const double above_tx_m = result.antennas.tx_height_m - result.diffraction.tx_m;  // (37a)
  const double above_rx_m = result.antennas.rx_height_m - result.diffraction.rx_m;  // (37b)
  const bool has_clutter = !path.profile.clutter_m.empty();
  result.at_median = {.actual_nu_root_wavelength =
                          has_clutter ? p526::actual_nu_root_wavelength(path.profile, result.antennas, result.ae_km)
                                      : actual_nu_of(even),
                      .smooth_nu_root_wavelength = SmoothEarth(even, above_tx_m, above_rx_m).nu_root_wavelength(),
                      .smooth_path = {.distance_km = even.length_km,
                                      .tx_height_m = above_tx_m,  // (38a)
                                      .rx_height_m = above_rx_m,  // (38b)
                                      .effective_earth_radius_km = result.ae_km}};
  return result;
}

}  // namespace phusong::propagation::p1812

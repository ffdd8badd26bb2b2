#include "propagation/itm/reference_attenuation.h"

#include <algorithm>
#include <cmath>

#include "propagation/itm/diffraction.h"
#include "propagation/itm/line_of_sight.h"
#include "propagation/itm/troposcatter.h"

namespace phusong::propagation::itm {
namespace {

// X_ae: the distance over which the field falls off beyond a smooth Earth's horizon, (a_e² / f)^(1/3).
double falloff_distance_m(const RadioPath& path) {
  return std::cbrt(path.effective_radius_m() * path.effective_radius_m() / path.frequency_mhz);
}

// Through two points far in the diffraction region.
AttenuationLine diffraction_line(const RadioPath& path) {
  const double falloff_m = falloff_distance_m(path);
  const double d3_m = std::max(path.smooth_horizons_m(), path.horizons_m() + 5.0 * falloff_m);
  const double d4_m = d3_m + 10.0 * falloff_m;
  const double a3_db = diffraction_db(path, d3_m);
  const double a4_db = diffraction_db(path, d4_m);
  const double slope = (a4_db - a3_db) / (d4_m - d3_m);
  return {.intercept_db = a3_db - slope * d3_m, .slope_db_per_m = slope};
}

// Attenuation within line of sight: A_el + K1 d + K2 ln d (ERL 79, 3.19).
struct LineOfSightCurve {
  double constant_db = 0.0, k1_db_per_m = 0.0, k2_db = 0.0;

  double at(double distance_m) const { return constant_db + k1_db_per_m * distance_m + k2_db * std::log(distance_m); }
};

// The two distances at which the line-of-sight formula is asked.
struct Anchors {
  double d0_m, d1_m;
};

Anchors anchors(const RadioPath& path, const AttenuationLine& diffraction) {
  const Ends& height_m = path.geometry.effective_height_m;
  const double horizons_m = path.horizons_m();
  const double d0_m = 0.04 * path.frequency_mhz * height_m[0] * height_m[1];  // ERL 79, 3.16a in metres
  if (diffraction.intercept_db < 0.0) {
    return {d0_m, std::max(-diffraction.intercept_db / diffraction.slope_db_per_m, 0.25 * horizons_m)};
  }
  const double bounded_m = std::min(d0_m, 0.5 * horizons_m);
  return {bounded_m, bounded_m + 0.25 * (horizons_m - bounded_m)};  // ERL 79, 3.16d
}

// K1 alone, from d1 to the smooth Earth's horizon.
LineOfSightCurve straight_curve(double a1_db, double a_ls_db, double d1_m, double d_ls_m, double diffraction_slope) {
  const double rise_db = std::max(a_ls_db - a1_db, 0.0);
  return {.k1_db_per_m = rise_db > 0.0 ? rise_db / (d_ls_m - d1_m) : diffraction_slope};
}

// K1 and K2 through three points (ERL 79, 3.20, 3.21); neither may be negative.
LineOfSightCurve bent_curve(double k2_db, double a0_db, double a_ls_db, double d0_m, double d_ls_m,
                            double diffraction_slope) {
  const double log_span = std::log(d_ls_m / d0_m);
  const double k1 = (a_ls_db - a0_db - k2_db * log_span) / (d_ls_m - d0_m);
  if (k1 >= 0.0) return {.k1_db_per_m = k1, .k2_db = k2_db};
  const double k2_alone_db = std::max(a_ls_db - a0_db, 0.0) / log_span;
  return {.k1_db_per_m = k2_alone_db > 0.0 ? 0.0 : diffraction_slope, .k2_db = k2_alone_db};
}

LineOfSightCurve curve_shape(const RadioPath& path, const AttenuationLine& diffraction) {
  const double d_ls_m = path.smooth_horizons_m();
  const double a_ls_db = diffraction.at(d_ls_m);
  const auto [d0_m, d1_m] = anchors(path, diffraction);
  const double a1_db = line_of_sight_db(path, diffraction, d1_m);
  if (d0_m < d1_m) {
    const double a0_db = line_of_sight_db(path, diffraction, d0_m);
    const double log_span = std::log(d_ls_m / d0_m);
    const double k2_db =
        std::max(0.0, ((d_ls_m - d0_m) * (a1_db - a0_db) - (d1_m - d0_m) * (a_ls_db - a0_db)) /
                          ((d_ls_m - d0_m) * std::log(d1_m / d0_m) - (d1_m - d0_m) * log_span));  // ERL 79, 3.20
    if (diffraction.intercept_db > 0.0 || k2_db > 0.0) {
      return bent_curve(k2_db, a0_db, a_ls_db, d0_m, d_ls_m, diffraction.slope_db_per_m);
    }
  }
  return straight_curve(a1_db, a_ls_db, d1_m, d_ls_m, diffraction.slope_db_per_m);
}

// The curve meets the diffraction line at the smooth Earth's horizon.
LineOfSightCurve line_of_sight_curve(const RadioPath& path, const AttenuationLine& diffraction) {
  LineOfSightCurve curve = curve_shape(path, diffraction);
  const double d_ls_m = path.smooth_horizons_m();
  curve.constant_db = diffraction.at(d_ls_m) - curve.at(d_ls_m);
  return curve;
}

// From `start_m` on scatter brings more than diffraction.
struct ScatterLine {
  AttenuationLine line;
  double start_m;
};

std::optional<ScatterLine> scatter_line(const RadioPath& path, const AttenuationLine& diffraction) {
  const double d5_m = path.horizons_m() + 200e3;
  const double d6_m = path.horizons_m() + 400e3;
  const std::optional<Scatter> at_d6 = troposcatter(path, d6_m);
  const std::optional<Scatter> at_d5 = troposcatter(path, d5_m, at_d6);
  if (!at_d6 || !at_d5 || at_d5->attenuation_db >= 1000.0) return std::nullopt;

  const double slope = (at_d6->attenuation_db - at_d5->attenuation_db) / (d6_m - d5_m);
  const double crossing_m =
      (at_d5->attenuation_db - diffraction.intercept_db - slope * d5_m) / (diffraction.slope_db_per_m - slope);
  const double nearest_m = path.horizons_m() + 1.088 * falloff_distance_m(path) * std::log(path.frequency_mhz);
  const double start_m = std::max({path.smooth_horizons_m(), nearest_m, crossing_m});
  return ScatterLine{{.intercept_db = diffraction.at(start_m) - slope * start_m, .slope_db_per_m = slope}, start_m};
}

ReferenceAttenuation beyond_horizon(const RadioPath& path, const AttenuationLine& diffraction) {
  const double distance_m = path.geometry.distance_m;
  const std::optional<ScatterLine> scatter = scatter_line(path, diffraction);
  if (scatter && distance_m > scatter->start_m) return {scatter->line.at(distance_m), Regime::kTroposcatter};
  return {diffraction.at(distance_m), Regime::kDiffraction};
}

}  // namespace

ReferenceAttenuation reference_attenuation(const RadioPath& path) {
  const AttenuationLine diffraction = diffraction_line(path);
  const double distance_m = path.geometry.distance_m;
  ReferenceAttenuation reference =
      distance_m < path.smooth_horizons_m()
          ? ReferenceAttenuation{line_of_sight_curve(path, diffraction).at(distance_m), Regime::kLineOfSight}
          : beyond_horizon(path, diffraction);
  reference.attenuation_db = std::max(reference.attenuation_db, 0.0);  // Algorithm 4.1
  return reference;
}

void check_path(const RadioPath& path, Findings& findings) {
  const Geometry& g = path.geometry;
  constexpr double kLargeAngleRad = 0.2;
  findings.warn_if(std::abs(g.horizon_angle_rad[0]) > kLargeAngleRad, kTxHorizonAngleLarge);
  findings.warn_if(std::abs(g.horizon_angle_rad[1]) > kLargeAngleRad, kRxHorizonAngleLarge);
  findings.warn_if(g.horizon_distance_m[0] < 0.1 * path.smooth_horizon_m(0), kTxHorizonTooNear);
  findings.warn_if(g.horizon_distance_m[1] < 0.1 * path.smooth_horizon_m(1), kRxHorizonTooNear);
  findings.warn_if(g.horizon_distance_m[0] > 3.0 * path.smooth_horizon_m(0), kTxHorizonTooFar);
  findings.warn_if(g.horizon_distance_m[1] > 3.0 * path.smooth_horizon_m(1), kRxHorizonTooFar);

  const double n_s = path.surroundings.surface_refractivity;
  findings.check(kSurfaceRefractivityFloor, n_s);
  findings.check(kSurfaceRefractivityCeiling, n_s);
  findings.warn_if(n_s < 250.0, kSurfaceRefractivityLow);
  findings.check(kEffectiveRadius, path.effective_radius_m() / 1000.0);
  const std::complex<double> impedance = path.surroundings.ground_impedance;
  findings.check(kImpedance, impedance.real() - std::abs(impedance.imag()));

  const double height_difference_m = std::abs(g.effective_height_m[0] - g.effective_height_m[1]);
  findings.warn_if(g.distance_m < height_difference_m / kLargeAngleRad, kDistanceNearLowerLimit);
  findings.warn_if(g.distance_m < 1e3, kDistanceSmall);
  findings.warn_if(g.distance_m > 1000e3, kDistanceNearUpperLimit);
  findings.warn_if(g.distance_m > 2000e3, kDistanceLarge);
}

}  // namespace phusong::propagation::itm

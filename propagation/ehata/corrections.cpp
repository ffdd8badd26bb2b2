#include "propagation/ehata/corrections.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace phusong::propagation::ehata {
namespace {

// Linear through points with increasing x; beyond the ends the first and the last stretch go on.
double interpolated(std::span<const double> xs, std::span<const double> ys, double x) {
  std::size_t i = 0;
  while (i + 2 < xs.size() && x > xs[i + 1])
    ++i;
  return ys[i] + (ys[i + 1] - ys[i]) * (x - xs[i]) / (xs[i + 1] - xs[i]);
}

// Figure 31: a curve for each distance between base and ridge, against that between ridge and mobile.
constexpr std::array kRidgeToMobileKm = {0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0};
using RidgeCurve = std::array<double, kRidgeToMobileKm.size()>;
constexpr RidgeCurve kRidgeAt15km = {4.0, -13.0, -17.5, -17.5, -15.0, -12.5, -10.0, -8.0, -6.0};
constexpr RidgeCurve kRidgeAt30km = {12.0, -8.5, -13.0, -12.0, -10.0, -8.0, -6.5, -5.0, -4.0};
constexpr RidgeCurve kRidgeAt60km = {20.0, -4.0, -6.5, -6.0, -4.5, -3.5, -2.5, -2.0, -1.0};

// Figure 35: correction against the share of sea, with the sea at the base and at the mobile.
struct MixedPathFigure {
  std::array<double, 10> share, sea_at_base_db, sea_at_mobile_db;

  double at(double sea_share, SeaEnd end) const {
    const double base_db = interpolated(share, sea_at_base_db, sea_share);
    const double mobile_db = interpolated(share, sea_at_mobile_db, sea_share);
    if (end == SeaEnd::kBoth) return 0.5 * (base_db + mobile_db);
    return end == SeaEnd::kBase ? base_db : mobile_db;
  }
};
constexpr MixedPathFigure kUpTo30km{{0.0, 0.15, 0.35, 0.45, 0.6, 0.65, 0.725, 0.775, 0.85, 1.0},
                                    {0.0, 1.0, 3.0, 4.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0},
                                    {0.0, 4.0, 5.5, 7.0, 8.5, 9.0, 9.5, 9.8, 10.25, 11.0}};
constexpr MixedPathFigure kFrom60km{{0.0, 0.15, 0.3, 0.4, 0.5, 0.6, 0.725, 0.85, 0.9, 1.0},
                                    {0.0, 2.0, 4.0, 5.5, 7.0, 9.0, 11.0, 13.0, 14.0, 15.0},
                                    {0.0, 4.25, 6.25, 9.2, 10.5, 11.75, 13.0, 14.0, 14.25, 15.0}};

double log_parabola(double a, double b, double c, double x) {
  const double log_x = std::log10(x);
  return a + log_x * (b + c * log_x);
}

}  // namespace

double isolated_ridge_db(double base_to_ridge_km, double mobile_to_ridge_km, double ridge_height_m) {
  const auto curve_db = [&](const RidgeCurve& curve) {
    return interpolated(kRidgeToMobileKm, curve, mobile_to_ridge_km);
  };
  const std::array curves_db = {curve_db(kRidgeAt15km), curve_db(kRidgeAt30km), curve_db(kRidgeAt60km)};
  constexpr std::array kBaseToRidgeKm = {15.0, 30.0, 60.0};
  double correction_db = interpolated(kBaseToRidgeKm, curves_db, std::clamp(base_to_ridge_km, 15.0, 60.0));
  if (mobile_to_ridge_km > 2.0) correction_db = std::min(correction_db, 0.0);
  return std::sqrt(ridge_height_m / 200.0) * correction_db;  // α, drawn for a ridge of 200 m
}

double rolling_hills_db(double delta_h_m) {
  return log_parabola(-1.5072013, 8.458676, -6.102538, std::max(delta_h_m, 15.0));
}

double rolling_hills_position_db(const Result& terrain, double mobile_ground_m) {
  if (terrain.delta_h_m < 10.0) return 0.0;
  const double top_db = log_parabola(-11.728795, 15.544272, -1.8154766, terrain.delta_h_m);
  if (mobile_ground_m >= terrain.quantile_10_m) return top_db;
  if (mobile_ground_m <= terrain.quantile_90_m) return -top_db;
  const double above_median_m = mobile_ground_m - terrain.quantile_50_m;
  return above_median_m >= 0.0 ? top_db * above_median_m / (terrain.quantile_10_m - terrain.quantile_50_m)
                               : top_db * above_median_m / (terrain.quantile_50_m - terrain.quantile_90_m);
}

double slope_db(double slope_mrad, double distance_km) {
  constexpr std::array kFallingKm = {10.0, 30.0}, kFallingDbPerMrad = {0.25, 0.8};
  constexpr std::array kRisingKm = {10.0, 30.0, 60.0}, kRisingDbPerMrad = {0.125, 0.35, 0.6};
  return slope_mrad * (slope_mrad <= 0.0
                           ? interpolated(kFallingKm, kFallingDbPerMrad, std::clamp(distance_km, 10.0, 30.0))
                           : interpolated(kRisingKm, kRisingDbPerMrad, std::clamp(distance_km, 10.0, 60.0)));
}

double mixed_path_db(const Result& terrain) {
  if (terrain.sea_share == 0.0) return 0.0;
  const double far_share = std::clamp((terrain.distance_km - 30.0) / 30.0, 0.0, 1.0);
  return std::lerp(kUpTo30km.at(terrain.sea_share, terrain.sea_end), kFrom60km.at(terrain.sea_share, terrain.sea_end),
                   far_share);
}

}  // namespace phusong::propagation::ehata

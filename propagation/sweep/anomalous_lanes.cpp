#include "propagation/sweep/anomalous_lanes.h"

#include <algorithm>
#include <cmath>

namespace phusong::propagation::sweep {
namespace {

constexpr float kLn10 = std::numbers::ln10_v<float>;

/// τ, Eq. (3); `log_dlm`: ln of the longest inland section, −∞ where there is none.
Lanes inland_parameter(const Lanes& log_dlm) {
  return 1.0F - (-4.12e-4F * (2.41F * log_dlm).exp()).exp();
}

/// ln β0, β0 in %: Eqs. (2) to (5).
Lanes log_beta0(const PlaceLanes& places, const Lanes& tau) {
  const Lanes dtm_km = floats(places.dtm_km);
  const Lanes phi_deg = floats(places.latitude_deg).abs();
  const Lanes sum = (-kLn10 * dtm_km / (16.0F - 6.6F * tau)).exp() + (-5.0F * kLn10 * (0.496F + 0.354F * tau)).exp();
  const Lanes log_mu1 = (0.2F * sum.log()).min(0.0F);                                                     // (2)
  const Lanes low = kLn10 * (-0.015F * phi_deg + 1.67F) + log_mu1 * (1.0F - 0.935F + 0.0176F * phi_deg);  // (5)
  const Lanes high = std::log(4.17F) + 1.3F * log_mu1;
  return where_greater(phi_deg, filled(70.0), high, low);  // (4)
}

/// ln β: β0 corrected for the path's geometry and the terrain's roughness, Eqs. (54) to (56a).
Lanes log_beta(const PlaceLanes& places, const GeometryLanes& geometry, const Climate& climate, const PathLanes& path,
               const Lanes& tau, const Lanes& log_b0) {
  const Lanes alpha = (-0.6F - 3.5e-9F * (3.1F * path.log_distance).exp() * tau).max(-3.4F);  // (55a)
  const Lanes hte_m = floats(geometry.antenna_m - places.surface_tx_m);                       // (94a)
  const Lanes root_heights = hte_m.sqrt() + floats(places.hre_m).sqrt();
  const Lanes bulge = climate.half_curvature * (path.distance_km / root_heights).square();
  const Lanes log_mu2 = (alpha * bulge.log()).min(0.0F);                          // (55)
  const Lanes di_km = (path.distance_km - path.dlt_km - path.dlr_km).min(40.0F);  // (56a)
  const Lanes rough_m = (floats(geometry.hm_m) - 10.0F).max(0.0F);
  const Lanes log_mu3 = -4.6e-5F * rough_m * (43.0F + 6.0F * di_km);  // (56)
  return log_b0 + log_mu2 + log_mu3;                                  // (54)
}

/// A(p), Eqs. (53) and (53a).
Lanes time_variability_db(const Climate& climate, const PathLanes& path, const Lanes& ln_beta) {
  const Lanes log10_beta = kLog10OfE * ln_beta;
  const Lanes decay =
      (9.51F - 4.8F * log10_beta + 0.198F * log10_beta * log10_beta) * 1e-6F * (1.13F * path.log_distance).exp();
  const Lanes gamma = 1.076F * (-1.012F * (2.0058F - log10_beta).log() - decay).exp();  // (53a)
  const Lanes log_ratio = climate.log_p - ln_beta;
  return -12.0F + (1.2F + 3.7e-3F * path.distance_km) * kLog10OfE * log_ratio + 12.0F * (gamma * log_ratio).exp();
}

/// I(x) of Attachment 2 for x ≤ 0.5 from ln x.
Lanes inverse_normal(const Lanes& log_x) {
  const Lanes t = (-2.0F * log_x).sqrt();
  const Lanes c = (0.010328F * t + 0.802853F) * t + 2.515516698F;
  return t - c / (((0.001308F * t + 0.189269F) * t + 1.432788F) * t + 1.0F);
}

/// 1 − (1 + tanh(3 ξ (x − x0) / x0)) / 2 of Eqs. (57), (58) is a logistic curve.
Lanes fade_out(const Lanes& value, float midpoint, float steepness) {
  return 1.0F / (1.0F + ((6.0F * steepness / midpoint) * (value - midpoint)).min(80.0F).exp());
}

/// What changes with time percentage: interpolation towards β0, multipath and focusing.
void set_time(AnomalousLanes& result, const Climate& climate, const PathLanes& path, const Lanes& log_b0) {
  result.fi = result.esp_db = result.esb_db = Lanes::Zero();
  result.below_b0 = filled(-1.0);
  if (climate.is_median) return;
  result.below_b0 = log_b0 - climate.log_p;
  const Lanes share = climate.normal_p / inverse_normal(log_b0 - 2.0F * kLn10);
  result.fi = where_greater(result.below_b0, Lanes(Lanes::Zero()), Lanes(Lanes::Ones()), share);  // (40a)
  const Lanes focusing = 2.6F * (1.0F - (-0.1F * (path.dlt_km + path.dlr_km)).exp());
  result.esp_db = focusing * climate.log10_p_50;                        // (9a)
  result.esb_db = focusing * (kLog10OfE * log_b0 - std::log10(50.0F));  // (9b)
}

}  // namespace

AnomalousLanes anomalous_lanes(const PlaceLanes& places, const GeometryLanes& geometry, const Climate& climate,
                               const PathLanes& path) {
  AnomalousLanes result;
  result.fj = fade_out(path.theta_mrad, 0.3F, 0.8F);
  result.fk = fade_out(path.distance_km, 20.0F, 0.5F);
  const Lanes tau = inland_parameter(floats(places.dlm_km).log());
  const Lanes log_b0 = log_beta0(places, tau);
  set_time(result, climate, path, log_b0);
  result.time_variability_db =
      time_variability_db(climate, path, log_beta(places, geometry, climate, path, tau, log_b0));
  return result;
}

float least_median_variability_db(const PlaceLanes& places) {
  const double phi_deg = std::min(70.0, places.latitude_deg.abs().minCoeff());
  const double log10_beta = 1.67 - 0.015 * phi_deg;  // β0 of Eqs. (2) to (4) with μ1 = 1; μ1 ≤ 1 only lowers it
  const double log10_ratio = std::log10(50.0) - log10_beta;
  const double decay =
      (9.51 - 4.8 * log10_beta + 0.198 * log10_beta * log10_beta) * 1e-6 * std::pow(kLongestMedianPathKm, 1.13);
  const double gamma = 1.076 * std::pow(2.0058 - log10_beta, -1.012) * std::exp(-decay);
  return static_cast<float>(-12.0 + 1.2 * log10_ratio + 12.0 * std::pow(10.0, gamma * log10_ratio));
}

}  // namespace phusong::propagation::sweep

#include "propagation/ehata/ehata.h"

#include "sim/cli/loss/models.h"
#include "sim/cli/loss/profile_fields.h"

namespace phusong::loss {

namespace ehata_model = propagation::ehata;

Answer ehata(const Fields& fields) {
  constexpr std::array kNlcd = {Name{"environment_nlcd"}, Name{"env_nlcd"}};
  constexpr std::array kReliability = {Name{"reliability_percent"}, Name{"reliability", 100.0}};
  const OwnedProfile profile = profile_of(fields);
  const ehata_model::Result result =
      ehata_model::predict({.profile = profile.view(),
                            .base_height_m = fields.number(kTxHeightM),
                            .mobile_height_m = fields.number(kRxHeightM),
                            .frequency_mhz = fields.number(kFrequencyMhz),
                            .environment = ehata_model::environment_from_nlcd(fields.whole(kNlcd)),
                            .reliability_percent = fields.number_or(kReliability, 50.0)});
  Answer answer{.loss_db = result.loss_db, .violations = result.violations};
  answer.intermediates = {{"plb_dB", result.loss_db},
                          {"plb_v32_dB", result.loss_db},
                          {"d_bp__km", result.breakpoint_km},
                          {"att_1km", result.attenuation_1km_db},
                          {"att_100km", result.attenuation_100km_db},
                          {"h_b_eff__meter", result.base_effective_height_m},
                          {"h_m_eff__meter", result.mobile_effective_height_m},
                          {"pfl10__meter", result.quantile_10_m},
                          {"pfl50__meter", result.quantile_50_m},
                          {"pfl90__meter", result.quantile_90_m},
                          {"deltah__meter", result.delta_h_m},
                          {"d__km", result.distance_km},
                          {"d_hzn__meter", result.horizon_distance_m},
                          {"h_avg__meter", result.ground_above_average_m},
                          {"theta_m__mrad", result.mobile_slope_mrad},
                          {"beta", result.sea_share},
                          {"iend_ov_sea", static_cast<int>(result.sea_end)},
                          {"hedge_tilda", result.ridge_height_m},
                          {"single_horizon", result.single_horizon},
                          {"slope_max", result.steepest_slope_mrad},
                          {"slope_min", result.least_slope_mrad}};
  return answer;
}

}  // namespace phusong::loss

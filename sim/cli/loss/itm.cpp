#include "propagation/itm/itm.h"

#include "sim/cli/loss/models.h"
#include "sim/cli/loss/profile_fields.h"

namespace phusong::loss {

namespace itm_model = propagation::itm;

namespace {

itm_model::Settings settings_of(const Fields& fields) {
  return {.climate = itm_model::climate_from_code(fields.whole("climate")),
          .n0 = fields.number(kN0),
          .frequency_mhz = fields.number(kFrequencyMhz),
          .polarization = polarization_of(fields),
          .epsilon = fields.number(kEpsilon),
          .sigma_s_per_m = fields.number(kSigmaSPerM),
          .mdvar = fields.whole("mdvar"),
          .time_percent = fields.number_or(kTimePercent, 50.0),
          .location_percent = fields.number_or(kLocationPercent, 50.0),
          .situation_percent = fields.number_or(kSituationPercent, 50.0)};
}

itm_model::Siting siting_of(const Fields& fields, Names names) {
  return itm_model::siting_from_code(fields.whole_or(names, 0));
}

Answer answer_of(const itm_model::Result& result) {
  Answer answer{.loss_db = result.loss_db, .violations = result.violations};
  answer.intermediates = {{"A_dB", result.loss_db},
                          {"A__db", result.loss_db},
                          {"return_code", result.return_code},
                          {"warnings_bitmask", static_cast<int>(result.warnings)},
                          {"A_fs_dB", result.free_space_db},
                          {"A_ref_dB", result.reference_attenuation_db},
                          {"delta_h_m", result.delta_h_m},
                          {"N_s_Nunits", result.surface_refractivity},
                          {"d_hzn_m", result.horizon_distance_m},
                          {"h_e_m", result.effective_height_m},
                          {"theta_hzn_rad", result.horizon_angle_rad},
                          {"mode_1los_2diff_3tropo", static_cast<int>(result.regime)}};
  return answer;
}

}  // namespace

Answer itm(const Fields& fields) {
  const OwnedProfile profile = profile_of(fields);
  return answer_of(itm_model::point_to_point({.settings = settings_of(fields),
                                              .profile = profile.view(),
                                              .tx_height_m = fields.number(kTxHeightM),
                                              .rx_height_m = fields.number(kRxHeightM)}));
}

Answer itm_area(const Fields& fields) {
  constexpr std::array kTxSiting = {Name{"tx_siting_0random_1careful_2verycareful"}, Name{"tx_siting"},
                                    Name{"tx_siting_criteria"}};
  constexpr std::array kRxSiting = {Name{"rx_siting"}, Name{"rx_siting_0random_1careful_2verycareful"},
                                    Name{"rx_siting_criteria"}};
  constexpr std::array kDeltaHM = {Name{"delta_h_m"}, Name{"delta_h__meter"}};
  Answer answer = answer_of(itm_model::area({.settings = settings_of(fields),
                                             .tx_height_m = fields.number(kTxHeightM),
                                             .rx_height_m = fields.number(kRxHeightM),
                                             .tx_siting = siting_of(fields, kTxSiting),
                                             .rx_siting = siting_of(fields, kRxSiting),
                                             .distance_km = fields.number(kDistanceKm),
                                             .delta_h_m = fields.number(kDeltaHM)}));
  answer.in_columns = true;
  return answer;
}

}  // namespace phusong::loss

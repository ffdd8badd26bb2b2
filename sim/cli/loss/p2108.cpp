#include "propagation/p2108/p2108.h"

#include <initializer_list>

#include "sim/cli/loss/models.h"

namespace phusong::loss {

namespace p2108_model = propagation::p2108;

namespace {

// The Recommendation's reference software refuses what is out of range.
Answer answer_of(const p2108_model::ClutterLoss& loss, std::initializer_list<const char*> columns) {
  Answer answer{
      .loss_db = loss.loss_db, .violations = loss.violations, .in_columns = true, .refused = !loss.violations.empty()};
  for (const char* const column : columns)
    answer.intermediates.emplace_back(column, loss.loss_db);
  // The return code of the reference software: what it refuses is refused above.
  for (const char* const column : {"rc", "rtn"})
    answer.intermediates.emplace_back(column, 0.0);
  return answer;
}

double frequency_ghz(const Fields& fields) {
  return fields.number(kFrequencyMhz) / 1000.0;
}

}  // namespace

Answer p2108_height_gain(const Fields& fields) {
  constexpr std::array kHeightM = {Name{"h_m"}, Name{"h__meter"}};
  constexpr std::array kClutterHeightM = {Name{"R_m"}, Name{"R__meter"}};
  constexpr std::array kStreetWidthM = {Name{"ws_m"}, Name{"w_s__meter"}};
  constexpr std::array kType = {Name{"clutter_type_1water_2open_3suburban_4urban_5trees_6dense"}, Name{"clutter_type"}};
  return answer_of(p2108_model::height_gain_loss({.frequency_ghz = frequency_ghz(fields),
                                                  .antenna_height_m = fields.number(kHeightM),
                                                  .clutter_height_m = fields.number(kClutterHeightM),
                                                  .street_width_m = fields.number_or(kStreetWidthM, 27.0),
                                                  .type = p2108_model::clutter_type_from_code(fields.whole(kType))}),
                   {"A_h_ntia_dB", "Ah_ref_dB", "Ah_matlab_dB", "A_h__db"});
}

Answer p2108_terrestrial(const Fields& fields) {
  return answer_of(p2108_model::terrestrial_loss({.frequency_ghz = frequency_ghz(fields),
                                                  .distance_km = fields.number(kDistanceKm),
                                                  .p_percent = fields.number(kPercent)}),
                   {"L_ctt_ntia_dB", "L_ctt_crc_dB", "L_ref_dB", "L_matlab_dB", "L_ctt__db"});
}

Answer p2108_slant(const Fields& fields) {
  return answer_of(p2108_model::slant_loss({.frequency_ghz = frequency_ghz(fields),
                                            .elevation_deg = fields.number(kElevationDeg),
                                            .p_percent = fields.number(kPercent)}),
                   {"L_ref_dB", "L_matlab_dB", "L_ces__db"});
}

}  // namespace phusong::loss

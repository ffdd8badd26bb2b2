#include <doctest/doctest.h>

#include <algorithm>

#include "propagation/itm/itm.h"
#include "tests/propagation/reference_profiles.h"
#include "tests/propagation/worst.h"
#include "tests/shared_folder.h"

using namespace phusong::propagation;
using namespace phusong::tests;
using nlohmann::json;

namespace {

Polarization polarization_of_itm(double code) {
  return code == 0.0 ? Polarization::kHorizontal : Polarization::kVertical;
}

itm::Settings generated_settings(const json& record) {
  return {.climate = itm::climate_from_code(record.at("climate")),
          .n0 = record.at("N_0_Nunits"),
          .frequency_mhz = record.at("f_MHz"),
          .polarization = polarization_of_itm(record.at("pol_0h_1v")),
          .epsilon = record.at("epsilon"),
          .sigma_s_per_m = record.at("sigma_S_per_m"),
          .mdvar = record.at("mdvar"),
          .time_percent = record.at("time_percent"),
          .location_percent = record.at("location_percent"),
          .situation_percent = record.at("situation_percent")};
}

itm::Settings official_settings(const json& record) {
  return {.climate = itm::climate_from_code(record.at("climate")),
          .n0 = record.at("N_0"),
          .frequency_mhz = record.at("f__mhz"),
          .polarization = polarization_of_itm(record.at("pol")),
          .epsilon = record.at("epsilon"),
          .sigma_s_per_m = record.at("sigma"),
          .mdvar = record.at("mdvar"),
          .time_percent = record.at("time"),
          .location_percent = record.at("location"),
          .situation_percent = record.at("situation")};
}

// Half a unit of the last printed digit: the file has 6 or 7 decimals.
constexpr double kPrinted = 1e-4;

void compare_intermediates(const itm::Result& result, const json& record, Worst& worst) {
  const std::string id = record.at("case_id");
  worst.add(result.reference_attenuation_db, record.at("A_ref_dB").get<double>(), 0.001, id);
  worst.add(result.free_space_db, record.at("A_fs_dB").get<double>(), kPrinted, id);
  for (int end = 0; end < 2; ++end) {
    worst.add(result.horizon_distance_m[end], record.at("d_hzn_m").at(end).get<double>(), 0.01, id);
    worst.add(result.effective_height_m[end], record.at("h_e_m").at(end).get<double>(), kPrinted, id);
  }
  CHECK(result.return_code == record.at("return_code").get<int>());
  CHECK(result.warnings == record.at("warnings_bitmask").get<unsigned>());
  CHECK(static_cast<int>(result.regime) == record.at("mode_1los_2diff_3tropo").get<int>());
}

StoredProfile inline_profile(const json& record) {
  StoredProfile profile{.ground_m = record.at("pfl_m_amsl").get<std::vector<double>>()};
  const double step_km = record.at("pfl_step_m").get<double>() / 1000.0;
  for (std::size_t i = 0; i < profile.ground_m.size(); ++i) {
    profile.distance_km.push_back(static_cast<double>(i) * step_km);
  }
  return profile;
}

}  // namespace

TEST_CASE("ITM point-to-point meets the generated reference") {
  const auto shared = shared_folder("ITM point-to-point meets the generated reference");
  if (!shared) return;
  const auto profiles = read_profiles(*shared / "reference/profiles/profiles.jsonl");
  Worst loss("itm/generated_p2p A_dB"), intermediates("itm/generated_p2p intermediates");
  for (const json& record : read_json_lines(*shared / "reference/itm/generated_p2p.jsonl")) {
    const itm::Result result = itm::point_to_point({.settings = generated_settings(record),
                                                    .profile = profiles.at(record.at("profile_id")).view(),
                                                    .tx_height_m = record.at("h_tx_m"),
                                                    .rx_height_m = record.at("h_rx_m")});
    const double spread_db = record.at("refs_spread_dB");
    const double tolerance_db = spread_db < 0.05 ? 0.01 : std::max(0.5, 1.2 * spread_db);
    loss.add(result.loss_db, record.at("A_dB").get<double>(), tolerance_db, record.at("case_id"));
    compare_intermediates(result, record, intermediates);
  }
  CHECK(loss.holds());
  CHECK(intermediates.holds());
}

TEST_CASE("ITM area mode meets the generated reference") {
  const auto shared = shared_folder("ITM area mode meets the generated reference");
  if (!shared) return;
  Worst loss("itm/generated_area A_dB"), intermediates("itm/generated_area intermediates");
  for (const json& record : read_json_lines(*shared / "reference/itm/generated_area.jsonl")) {
    const itm::Result result =
        itm::area({.settings = generated_settings(record),
                   .tx_height_m = record.at("h_tx_m"),
                   .rx_height_m = record.at("h_rx_m"),
                   .tx_siting = itm::siting_from_code(record.at("tx_siting_0random_1careful_2verycareful")),
                   .rx_siting = itm::siting_from_code(record.at("rx_siting")),
                   .distance_km = record.at("d_km"),
                   .delta_h_m = record.at("delta_h_m")});
    loss.add(result.loss_db, record.at("A_dB").get<double>(), 0.01, record.at("case_id"));
    compare_intermediates(result, record, intermediates);
  }
  CHECK(loss.holds());
  CHECK(intermediates.holds());
}

TEST_CASE("ITM meets NTIA's own examples") {
  const auto shared = shared_folder("ITM meets NTIA's own examples");
  if (!shared) return;
  const auto profiles = read_profiles(*shared / "reference/profiles/profiles.jsonl");
  Worst loss("itm/official_ntia");
  for (const json& record : read_json_lines(*shared / "reference/itm/official_ntia.jsonl")) {
    const itm::Settings settings = official_settings(record);
    const double tx_height_m = record.at("h_tx__meter"), rx_height_m = record.at("h_rx__meter");
    double loss_db = 0.0;
    if (record.at("mode") == "area_tls") {
      loss_db = itm::area({.settings = settings,
                           .tx_height_m = tx_height_m,
                           .rx_height_m = rx_height_m,
                           .tx_siting = itm::siting_from_code(record.at("tx_siting_criteria")),
                           .rx_siting = itm::siting_from_code(record.at("rx_siting_criteria")),
                           .distance_km = record.at("d__km"),
                           .delta_h_m = record.at("delta_h__meter")})
                    .loss_db;
    } else {
      const StoredProfile profile =
          record.contains("pfl_m_amsl") ? inline_profile(record) : profiles.at(record.at("profile_id"));
      loss_db =
          itm::point_to_point(
              {.settings = settings, .profile = profile.view(), .tx_height_m = tx_height_m, .rx_height_m = rx_height_m})
              .loss_db;
    }
    loss.add(loss_db, record.at("A__db").get<double>(), 0.05, record.at("case_id"));
  }
  CHECK(loss.holds());
}

#include <doctest/doctest.h>

#include <algorithm>

#include "propagation/ehata/ehata.h"
#include "tests/propagation/reference_profiles.h"
#include "tests/propagation/worst.h"
#include "tests/shared_folder.h"

using namespace phusong::propagation;
using namespace phusong::tests;
using nlohmann::json;

namespace {

StoredProfile with_ground_reversed(const StoredProfile& profile) {
  StoredProfile result = profile;
  std::ranges::reverse(result.ground_m);
  return result;
}

ehata::Result evaluate(const json& record, const StoredProfile& from_base) {
  return ehata::predict({.profile = from_base.view(),
                         .base_height_m = record.at("hb_m"),
                         .mobile_height_m = record.at("hm_m"),
                         .frequency_mhz = record.at("f_MHz"),
                         .environment = ehata::environment_from_nlcd(record.at("env_nlcd")),
                         .reliability_percent = 100.0 * record.at("reliability").get<double>()});
}

void compare_intermediates(const ehata::Result& result, const json& expected, const std::string& id, Worst& worst) {
  const auto add = [&](double actual, const json& value) { worst.add(actual, value.get<double>(), 1e-5, id); };
  add(result.breakpoint_km, expected.at("d_bp__km"));
  add(result.attenuation_1km_db, expected.at("att_1km"));
  add(result.attenuation_100km_db, expected.at("att_100km"));
  add(result.base_effective_height_m, expected.at("h_b_eff__meter"));
  add(result.mobile_effective_height_m, expected.at("h_m_eff__meter"));
  add(result.quantile_10_m, expected.at("pfl10__meter"));
  add(result.quantile_50_m, expected.at("pfl50__meter"));
  add(result.quantile_90_m, expected.at("pfl90__meter"));
  add(result.delta_h_m, expected.at("deltah__meter"));
  for (int end = 0; end < 2; ++end) {
    add(result.horizon_distance_m[end], expected.at("d_hzn__meter").at(end));
    add(result.ground_above_average_m[end], expected.at("h_avg__meter").at(end));
  }
  add(result.mobile_slope_mrad, expected.at("theta_m__mrad"));
  add(result.sea_share, expected.at("beta"));
  add(result.ridge_height_m, expected.at("hedge_tilda"));
  add(result.steepest_slope_mrad, expected.at("slope_max"));
  add(result.least_slope_mrad, expected.at("slope_min"));
  CHECK(static_cast<int>(result.sea_end) == expected.at("iend_ov_sea").get<int>());
  CHECK(result.single_horizon == expected.at("single_horizon").get<bool>());
}

}  // namespace

TEST_CASE("Extended Hata meets the generated reference") {
  const auto shared = shared_folder("Extended Hata meets the generated reference");
  if (!shared) return;
  const auto profiles = read_profiles(*shared / "reference/profiles/profiles.jsonl");
  Worst loss("ehata/generated_v32 plb_dB"), intermediates("ehata/generated_v32 intermediates");
  for (const json& record : read_json_lines(*shared / "reference/ehata/generated_v32.jsonl")) {
    const ehata::Result result = evaluate(record, profiles.at(record.at("profile_id")));
    loss.add(result.loss_db, record.at("plb_dB"), 0.001, record.at("case_id"));
    compare_intermediates(result, record.at("inter"), record.at("case_id"), intermediates);
  }
  CHECK(loss.holds());
  CHECK(intermediates.holds());
}

TEST_CASE("Extended Hata meets NTIA's own examples") {
  const auto shared = shared_folder("Extended Hata meets NTIA's own examples");
  if (!shared) return;
  const auto profiles = read_profiles(*shared / "reference/profiles/profiles.jsonl");
  Worst loss("ehata/official_ntia plb_v32_dB"), intermediates("ehata/official_ntia intermediates");
  for (const json& record : read_json_lines(*shared / "reference/ehata/official_ntia.jsonl")) {
    const ehata::Result result = evaluate(record, with_ground_reversed(profiles.at(record.at("profile_id"))));
    loss.add(result.loss_db, record.at("plb_v32_dB"), 0.001, record.at("case_id"));
    compare_intermediates(result, record.at("v32"), record.at("case_id"), intermediates);
  }
  CHECK(loss.holds());
  CHECK(intermediates.holds());
}

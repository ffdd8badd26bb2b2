#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "propagation/antenna/antenna.h"
#include "propagation/antenna/array_m2101.h"
#include "tests/propagation/deviation.h"
#include "tests/propagation/reference_profiles.h"
#include "tests/shared_folder.h"

using namespace phusong::tests;
using namespace phusong::propagation;

namespace {

ParametricPattern element_of(const Row& row) {
  return {.beamwidth_h_deg = number(row, "phi_3dB_deg"),
          .beamwidth_v_deg = number(row, "theta_3dB_deg"),
          .max_attenuation_db = number(row, "Am_dB"),
          .side_lobe_limit_db = number(row, "SLAv_dB")};
}

std::string msi_text(const nlohmann::json& row, const std::filesystem::path& folder) {
  if (row.contains("input_file")) {
    std::stringstream text;
    text << std::ifstream(folder / row.at("input_file").get<std::string>()).rdbuf();
    return text.str();
  }
  if (row.contains("header_line")) return row.at("header_line");
  std::string text;
  for (const auto& line : row.at(row.contains("lines") ? "lines" : "header_lines"))
    text += line.get<std::string>() + "\r\n";
  return text;
}

void check_number(const nlohmann::json& expected, const std::string& key, std::optional<double> actual) {
  if (!expected.contains(key)) return;
  INFO(key);
  REQUIRE(actual.has_value() != expected.at(key).is_null());
  if (actual) CHECK(*actual == doctest::Approx(expected.at(key).get<double>()).epsilon(1e-12));
}

void check_numbers(const nlohmann::json& expected, const MsiPattern& actual) {
  check_number(expected, "frequency_MHz", actual.frequency_mhz);
  check_number(expected, "lower_MHz", actual.lower_mhz);
  check_number(expected, "upper_MHz", actual.upper_mhz);
  check_number(expected, "gain_dBi", actual.gain_dbi);
  check_number(expected, "electrical_tilt_deg", actual.electrical_tilt_deg);
  if (actual.gain_dbi) check_number(expected, "gain_dBd", *actual.gain_dbi - 2.15);
}

void check_texts_and_cuts(const nlohmann::json& expected, const MsiPattern& actual) {
  if (expected.contains("name")) CHECK(actual.name == expected.at("name").get<std::string>());
  if (expected.contains("comment")) CHECK(actual.comment == expected.at("comment").get<std::string>());
  if (!expected.contains("horizontal_att_dB")) return;
  CHECK(actual.horizontal_attenuation_db == expected.at("horizontal_att_dB").get<std::vector<double>>());
  CHECK(actual.vertical_attenuation_db == expected.at("vertical_att_dB").get<std::vector<double>>());
}

}  // namespace

TEST_CASE("the TR 38.901 element meets its reference values") {
  const auto shared = shared_folder("the TR 38.901 element meets its reference values");
  if (!shared) return;
  Deviations found;
  for (const auto& row : read_csv(*shared / "reference/antenna/element_pattern_38901_m2101.csv")) {
    const double attenuation_db =
        element_of(row).attenuation_db(number(row, "phi_deg"), 90.0 - number(row, "theta_zenith_deg"));
    found.add("gain_dBi", number(row, "G_E_max_dBi") - attenuation_db, number(row, "gain_dBi"), row.at("phi_deg"));
  }
  found.print("antenna 38.901 element");
  CHECK(found.worst("gain_dBi") < 1e-6);
}

TEST_CASE("the M.2101 array meets its reference values") {
  const auto shared = shared_folder("the M.2101 array meets its reference values");
  if (!shared) return;
  Deviations found;
  for (const auto& row : read_csv(*shared / "reference/antenna/composite_array_m2101.csv")) {
    const ArrayM2101 array{.element = element_of(row),
                           .element_gain_dbi = number(row, "G_E_max_dBi"),
                           .columns = std::stoi(row.at("N_H")),
                           .rows = std::stoi(row.at("N_V")),
                           .column_spacing_wavelengths = number(row, "dH_over_lambda"),
                           .row_spacing_wavelengths = number(row, "dV_over_lambda"),
                           .scan_azimuth_deg = number(row, "phi_escan_deg"),
                           .tilt_down_deg = number(row, "theta_etilt_down_deg")};
    found.add("composite_gain_dBi", composite_gain_dbi(array, number(row, "phi_deg"), number(row, "theta_zenith_deg")),
              number(row, "composite_gain_dBi"), row.at("phi_deg"));
  }
  found.print("antenna M.2101 array");
  CHECK(found.worst("composite_gain_dBi") < 1e-6);
}

TEST_CASE("the parabolic horizontal cut meets the published values") {
  const auto shared = shared_folder("the parabolic horizontal cut meets the published values");
  if (!shared) return;
  for (const auto& row : read_csv(*shared / "reference/antenna/ns3_parabolic_36942_horizontal.csv")) {
    const double gain_db =
        -parabolic_attenuation_db(number(row, "azimuth_deg") - number(row, "orientation_deg"),
                                  number(row, "beamwidth_3dB_deg"), number(row, "max_attenuation_dB"));
    CHECK(std::abs(gain_db - number(row, "gain_dB")) <= number(row, "tolerance_dB"));
  }
}

TEST_CASE("the .msi parser reads every reference case exactly") {
  const auto shared = shared_folder("the .msi parser reads every reference case exactly");
  if (!shared) return;
  const auto folder = *shared / "reference/antenna";
  for (const auto& row : read_json_lines(folder / "msi_parser_cases.jsonl")) {
    INFO(row.at("case_id").get<std::string>());
    const std::string text = msi_text(row, folder);
    const MsiPattern actual = row.contains("input_file") ? parse_msi(text) : parse_msi_header(text);
    check_numbers(row.at("expect"), actual);
    check_texts_and_cuts(row.at("expect"), actual);
  }
}

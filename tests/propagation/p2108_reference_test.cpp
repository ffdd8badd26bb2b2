#include <doctest/doctest.h>

#include <cmath>

#include "propagation/p2108/p2108.h"
#include "tests/propagation/reference_profiles.h"
#include "tests/propagation/worst.h"
#include "tests/shared_folder.h"

using namespace phusong::propagation;
using namespace phusong::tests;

namespace {

std::filesystem::path file(const std::filesystem::path& shared, const std::string& name) {
  return shared / "reference/p2108" / name;
}

// NTIA's rows: a return code says that the input is to be refused.
void compare_with_ntia(const p2108::ClutterLoss& loss, const Row& row, const std::string& column, Worst& worst) {
  const bool refused = row.at("rtn") != "0";
  CHECK(refused == !loss.violations.empty());
  if (!refused) worst.add(loss.loss_db, number(row, column), 0.1, row.at("f__ghz") + " GHz");
}

}  // namespace

TEST_CASE("P.2108 3.1 meets its reference values") {
  const auto shared = shared_folder("P.2108 3.1 meets its reference values");
  if (!shared) return;
  Worst generated("p2108/generated_3p1_ntia"), workbook("p2108/official_itu_workbook_3p1"),
      ntia("p2108/ntia_HeightGainTerminalCorrectionModel");
  for (const Row& row : read_csv(file(*shared, "generated_3p1_ntia.csv"))) {
    const int type = std::stoi(row.at("clutter_type_1water_2open_3suburban_4urban_5trees_6dense"));
    const p2108::ClutterLoss loss = p2108::height_gain_loss({.frequency_ghz = number(row, "f_GHz"),
                                                             .antenna_height_m = number(row, "h_m"),
                                                             .clutter_height_m = number(row, "R_m"),
                                                             .street_width_m = number(row, "ws_m"),
                                                             .type = p2108::clutter_type_from_code(type)});
    generated.add(loss.loss_db, number(row, "A_h_ntia_dB"), 1e-5, row.at("f_GHz") + " GHz");
  }
  for (const Row& row : read_csv(file(*shared, "official_itu_workbook_3p1.csv"))) {
    const p2108::ClutterLoss loss =
        p2108::height_gain_loss({.frequency_ghz = number(row, "f_GHz"),
                                 .antenna_height_m = number(row, "h_m"),
                                 .clutter_height_m = number(row, "R_m"),
                                 .street_width_m = number(row, "ws_m"),
                                 .type = p2108::clutter_type_from_code(std::stoi(row.at("clutter_type")))});
    workbook.add(loss.loss_db, number(row, "Ah_matlab_dB"), 1e-5, "type " + row.at("clutter_type"));
  }
  for (const Row& row : read_csv(file(*shared, "ntia_HeightGainTerminalCorrectionModel.csv"))) {
    const p2108::ClutterLoss loss =
        p2108::height_gain_loss({.frequency_ghz = number(row, "f__ghz"),
                                 .antenna_height_m = number(row, "h__meter"),
                                 .clutter_height_m = number(row, "R__meter"),
                                 .street_width_m = number(row, "w_s__meter"),
                                 .type = p2108::clutter_type_from_code(std::stoi(row.at("clutter_type")))});
    compare_with_ntia(loss, row, "A_h__db", ntia);
  }
  CHECK(generated.holds());
  CHECK(workbook.holds());
  CHECK(ntia.holds());
}

TEST_CASE("P.2108 3.2 meets its reference values") {
  const auto shared = shared_folder("P.2108 3.2 meets its reference values");
  if (!shared) return;
  Worst generated("p2108/generated_3p2"), workbook("p2108/official_itu_workbook 3.2"),
      ntia("p2108/ntia_TerrestrialStatisticalModel");
  const auto loss = [](const Row& row, const std::string& f, const std::string& d, const std::string& p) {
    return p2108::terrestrial_loss(
        {.frequency_ghz = number(row, f), .distance_km = number(row, d), .p_percent = number(row, p)});
  };
  for (const Row& row : read_csv(file(*shared, "generated_3p2.csv"))) {
    // Two codes: one with the exact normal quantile as here, one with an approximation good to 0.003 dB.
    const double loss_db = loss(row, "f_GHz", "d_km", "p_percent").loss_db;
    generated.add(loss_db, number(row, "L_ctt_crc_dB"), 0.01, row.at("f_GHz") + " GHz");
    generated.add(loss_db, number(row, "L_ctt_ntia_dB"), 0.01, row.at("f_GHz") + " GHz");
  }
  for (const Row& row : read_csv(file(*shared, "official_itu_workbook_3p2_3p3.csv"))) {
    if (row.at("section") != "3.2") continue;
    workbook.add(loss(row, "f_GHz", "d_km", "p_percent").loss_db, number(row, "L_matlab_dB"), 0.01,
                 row.at("f_GHz") + " GHz, " + row.at("p_percent") + " %");
  }
  for (const Row& row : read_csv(file(*shared, "ntia_TerrestrialStatisticalModel.csv")))
    compare_with_ntia(loss(row, "f__ghz", "d__km", "p"), row, "L_ctt__db", ntia);
  CHECK(generated.holds());
  CHECK(workbook.holds());
  CHECK(ntia.holds());
}

TEST_CASE("P.2108 3.3 meets its reference values") {
  const auto shared = shared_folder("P.2108 3.3 meets its reference values");
  if (!shared) return;
  Worst workbook("p2108/official_itu_workbook 3.3"), ntia("p2108/ntia_AeronauticalStatisticalModel");
  const auto loss = [](const Row& row, const std::string& f, const std::string& angle, const std::string& p) {
    return p2108::slant_loss(
        {.frequency_ghz = number(row, f), .elevation_deg = number(row, angle), .p_percent = number(row, p)});
  };
  for (const Row& row : read_csv(file(*shared, "official_itu_workbook_3p2_3p3.csv"))) {
    if (row.at("section") != "3.3") continue;
    workbook.add(loss(row, "f_GHz", "elevation_deg", "p_percent").loss_db, number(row, "L_matlab_dB"), 0.01,
                 row.at("f_GHz") + " GHz, " + row.at("p_percent") + " %");
  }
  for (const Row& row : read_csv(file(*shared, "ntia_AeronauticalStatisticalModel.csv")))
    compare_with_ntia(loss(row, "f__ghz", "theta_deg", "p"), row, "L_ces__db", ntia);
  CHECK(workbook.holds());
  CHECK(ntia.holds());
}

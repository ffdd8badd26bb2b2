#include "sim/scenario/calibration.h"

#include <doctest/doctest.h>

#include "sim/scenario/measurements_table.h"
#include "tests/scenario/tiny_scenario.h"

using namespace phusong;
using namespace phusong::scenario;
using phusong::tests::TinyScenario;

namespace {

constexpr const char* kMeasured =
    "lon_deg,lat_deg,cell_id,tx_lon_deg,tx_lat_deg,tx_height_m,eirp_dbm,frequency_mhz,level_dbm,";

/// A scenario whose levels are corrected by a file with this text.
Scenario corrected_by(TinyScenario& tiny, const std::string& text) {
  tiny.file("scenario.toml") += "\n[propagation]\ncalibration = \"calibration.toml\"\n";
  tiny.file("calibration.toml") = text;
  return load_scenario(tiny.write());
}

std::string fault_of(const std::string& text) {
  TinyScenario tiny;
  try {
    corrected_by(tiny, text);
  } catch (const gis::InputError& error) {
    CHECK(!error.problems().has(gis::ProblemKind::kScenario));
    return error.problems().text();
  }
  return "";
}

Measurements measured(const TinyScenario& tiny, const std::string& rows) {
  TinyScenario other;
  other.file("m.csv") = std::string(kMeasured) + "path_loss_db,receiver_height_m\n" + rows;
  return read_measurements(other.write() / "m.csv", load_scenario(tiny.write()), {105.1, 22.1});
}

std::string row_fault(const std::string& rows) {
  TinyScenario tiny;
  try {
    measured(tiny, rows);
  } catch (const gis::InputError& error) {
    return error.problems().text();
  }
  return "";
}

bool states(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("without a calibration nothing is corrected") {
  TinyScenario tiny;
  const Calibration corrections = load_scenario(tiny.write()).options.propagation.corrections;
  CHECK(corrections.cell_db.empty());
  CHECK(corrections.clutter_db.empty());
  CHECK(!corrections.distance);
  CHECK(!corrections.location_sigma_db);
}

TEST_CASE("the file of a calibration gives its corrections, and is an input of the run") {
  TinyScenario tiny;
  const Scenario scenario = corrected_by(tiny, R"([technology_offset_db]
"4G" = -2.5
[cell_offset_db]
C1 = 1.25
[distance]
slope_db_per_decade = -3
reference_km = 2.0
min_km = 0.4
max_km = 9.5
[location]
sigma_db = 5.5
)");
  const Calibration& corrections = scenario.options.propagation.corrections;
  CHECK(corrections.technology_db[network::Technology::k4G] == -2.5);
  CHECK(corrections.technology_db[network::Technology::k2G] == 0.0);
  CHECK(corrections.cell_db.size() == 1);
  CHECK(corrections.cell_db.at("C1") == 1.25);
  REQUIRE(corrections.distance);
  CHECK(corrections.distance->slope_db_per_decade == -3.0);
  CHECK(corrections.distance->max_km == 9.5);
  CHECK(corrections.location_sigma_db == 5.5);
  CHECK(scenario.inputs.back().role == "propagation.calibration");
  CHECK(!scenario.terrain_source.keeps_clutter_classes);
}

TEST_CASE("everything wrong with the file of a calibration is said at once, with its line") {
  const std::string fault =
      fault_of("[cell_offset_db]\nC9 = 1\nC2 = 99\n[technology_offset_db]\n\"4G\" = \"low\"\n[distance]\nmin_km = 1\n");
  CHECK(states(fault, "calibration.toml:2: cell_offset_db.C9 = '1': unknown key; did you mean cell_offset_db.C1?"));
  CHECK(states(fault, "calibration.toml:3: cell_offset_db.C2 = '99'"));
  CHECK(states(fault, "-60 … 60 dB"));
  CHECK(states(fault, "calibration.toml:5: technology_offset_db.\"4G\" = 'low'"));
  CHECK(states(fault, "distance: a key is missing"));
}

TEST_CASE("distances of a calibration must be in order, and clutter classes need a land cover") {
  CHECK(states(fault_of("[distance]\nslope_db_per_decade = 1\nreference_km = 1\nmin_km = 5\nmax_km = 2\n"),
               "distance.min_km = '5': is not below distance.max_km"));
  CHECK(states(fault_of("[clutter_offset_db]\n10 = 2.0\n"), "clutter_offset_db: needs a land cover"));
  CHECK(states(fault_of("[clutter_offset_db]\n11 = 2.0\n"), "unknown key"));
}

TEST_CASE("a measurement is of a cell or has a transmitter of its own, and is a level or a path loss") {
  TinyScenario tiny;
  const Measurements read = measured(tiny,
                                     "105.12,22.1,C2,,,,,,-101.5,,\n"
                                     "105.12,22.1,,105.1,22.1,30,43,900,-90,,3\n"
                                     "105.12,22.1,,105.1,22.1,30,,900,,133.5,\n");
  REQUIRE(read.rows.size() == 3);
  CHECK(read.rows[0].row == 2);
  CHECK(read.rows[0].cell == 1);
  CHECK(read.rows[0].value == -101.5);
  CHECK(read.rows[0].receiver_height_m == 1.5);
  CHECK(!read.rows[1].cell);
  CHECK(read.rows[1].transmitter.eirp_dbm == 43.0);
  CHECK(read.rows[1].receiver_height_m == 3.0);
  CHECK(!read.rows[1].is_path_loss);
  CHECK(read.rows[2].is_path_loss);
  CHECK(read.rows[2].value == 133.5);
}

TEST_CASE("rows that cannot be compared are refused with their number") {
  CHECK(states(row_fault("105.12,22.1,C3,,,,,,-90,,\n"), "m.csv:2: cell_id = 'C3': there is no such cell"));
  CHECK(states(row_fault("105.12,22.1,C1,,,,,,-90,120,\n"), "level_dbm = '-90': stands beside path_loss_db"));
  CHECK(states(row_fault("105.12,22.1,C1,,,,,,,,\n"), "neither a level nor a path loss"));
  CHECK(states(row_fault("105.12,22.1,,105.1,22.1,30,,900,-90,,\n"), "not all of a transmitter"));
  CHECK(states(row_fault("105.12,22.1,C1,105.1,,,,,-90,,\n"), "stands beside a transmitter of the row's own"));
  CHECK(states(row_fault("105.12,22.1,,105.1,22.1,30,43,7000,-90,,\n"), "out of the model's range"));
  CHECK(states(row_fault("105.12,22.1,C1,,,,,,-900,,\n"), "-200 … 50 dBm"));
  const std::string both = row_fault("105.12,22.1,C7,,,,,,-90,,\n105.12,,C1,,,,,,-90,,\n");
  CHECK(states(both, "m.csv:2"));
  CHECK(states(both, "m.csv:3"));
  CHECK(states(row_fault(""), "has no rows"));
}

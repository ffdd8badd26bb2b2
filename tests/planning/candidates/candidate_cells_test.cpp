#include "sim/planning/candidates/candidate_cells.h"

#include <doctest/doctest.h>

#include <cmath>
#include <variant>

#include "tests/coverage/tiny_world.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;
using network::Technology;

namespace {

std::vector<CandidateCell> cells_with(const scenario::Equipment& equipment, StationKind kind = StationKind::kMast) {
  scenario::Scenario scenario = empty_scenario();
  scenario.plan_tables.equipment = {{}, equipment};
  CandidateSet set;
  set.sites.resize(2);
  set.sites[1].kind = kind;
  set.sites[1].site.mast_height_m = 30.0;
  set.sites[1].site.lon_lat = {106.0, 22.0};
  return cells_of(scenario, 1, set, 1, "N-1");
}

std::optional<double> beamwidth_h_deg(const CandidateCell& cell) {
  return std::get<propagation::ParametricPattern>(cell.cell.antenna.pattern).beamwidth_h_deg;
}

}  // namespace

TEST_CASE("antennas hang 2 m below the top of a mast, at the top of a pole, and no lower than 1 m") {
  CHECK(antenna_height_m(StationKind::kMast, 30.0) == 28.0);
  CHECK(antenna_height_m(StationKind::kUpgrade, 30.0) == 28.0);
  CHECK(antenna_height_m(StationKind::kPole, 12.0) == 12.0);
  CHECK(antenna_height_m(StationKind::kMast, 2.9) == 1.0);
  CHECK(antenna_height_m(StationKind::kPole, 0.5) == 1.0);
}

TEST_CASE("each sector is a cell, and they share the circle from the first azimuth on") {
  const auto cells = cells_with({.sectors = 3, .first_azimuth_deg = 250.0});
  REQUIRE(cells.size() == 3);
  CHECK(*cells[0].cell.azimuth_true_deg == doctest::Approx(250.0));
  CHECK(*cells[1].cell.azimuth_true_deg == doctest::Approx(10.0));
  CHECK(*cells[2].cell.azimuth_true_deg == doctest::Approx(130.0));
  CHECK(*beamwidth_h_deg(cells[0]) == 65.0);
}

TEST_CASE("one sector radiates all around and has no azimuth") {
  const auto cells = cells_with({.sectors = 1, .first_azimuth_deg = 250.0});
  REQUIRE(cells.size() == 1);
  CHECK_FALSE(cells[0].cell.azimuth_true_deg.has_value());
  CHECK_FALSE(beamwidth_h_deg(cells[0]).has_value());
}

TEST_CASE("the azimuth of an antenna is from grid north") {
  // 1° east of the central meridian of zone 48 at 22° N: sin 22° = 0.3746° of convergence.
  const auto cells = cells_with({.sectors = 3, .first_azimuth_deg = 90.0});
  CHECK(cells[0].cell.antenna.azimuth_deg == doctest::Approx(90.0 - 0.3746).epsilon(1e-5));
}

TEST_CASE("a cell radiates what its transmitter, antenna and feeder leave") {
  const auto cells = cells_with({.tx_power_dbm = 46.0, .antenna_gain_dbi = 17.0, .feeder_loss_db = 0.5});
  CHECK(cells[0].cell.eirp_dbm == doctest::Approx(62.5));
}

TEST_CASE("the reference signal of 20 MHz of 4G is one of 1200 subcarriers, that of 3G a tenth of the power") {
  const auto lte = cells_with({.technology = Technology::k4G, .bandwidth_mhz = 20.0});
  CHECK(lte[0].cell.reference_power_offset_db == doctest::Approx(-10.0 * std::log10(1200.0)));
  const auto umts = cells_with({.technology = Technology::k3G, .frequency_mhz = 2140.0, .bandwidth_mhz = 5.0});
  CHECK(umts[0].cell.reference_power_offset_db == doctest::Approx(-10.0));
}

TEST_CASE("a cell is named by its mast, technology, carrier and sector, and knows its mast and equipment") {
  const auto cells = cells_with({.technology = Technology::k4G, .frequency_mhz = 1842.5});
  CHECK(cells[2].cell.cell_id == "N-1-4G-1842.5-3");
  CHECK(cells[2].cell.site == 1);
  CHECK(cells[2].equipment == 1);
}

TEST_CASE("a cell hangs as high as the kind of its station lets it") {
  CHECK(cells_with({})[0].cell.antenna_height_agl_m == 28.0);
  CHECK(cells_with({}, StationKind::kPole)[0].cell.antenna_height_agl_m == 30.0);
}

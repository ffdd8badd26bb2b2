#include "sim/analysis/why_not/why_not.h"

#include <doctest/doctest.h>

#include <cmath>

#include "sim/coverage/coverage.h"
#include "tests/coverage/tiny_world.h"

using namespace phusong;
using analysis::Reason;
using network::Technology;

namespace {

/// A 4G cell 9 km from a hamlet.
scenario::Scenario mast_and_hamlet(double eirp_dbm) {
  scenario::Scenario scenario = tests::empty_scenario();
  const std::size_t site = tests::add_site(scenario, "S", tests::at(1000, 5000));
  tests::add_cell(scenario, "S-4G", site, Technology::k4G, eirp_dbm).reference_power_offset_db = -27.78;
  tests::add_hamlet(scenario, "H", tests::at(10000, 5000));
  return scenario;
}

/// A ridge of `height_m` across the path, 4 km from the mast, on ground of 100 m.
gis::Terrain ridge_of(float height_m) {
  return tests::make_terrain(
      121, 100.0, [=](double x_m, double) { return std::abs(x_m - 5000.0) < 100.0 ? 100.0F + height_m : 100.0F; });
}

std::vector<analysis::WhyNot> explained(const scenario::Scenario& scenario, const gis::Terrain& terrain) {
  progress::Progress progress;
  const coverage::CoverageResult result = coverage::compute_coverage(scenario, terrain, {}, progress);
  return analysis::explain_hamlets(scenario, terrain, result, result.operators.size() - 1, progress);
}

}  // namespace

TEST_CASE("a hamlet that is covered needs no reason") {
  CHECK(explained(mast_and_hamlet(70.0), ridge_of(0.0F)).empty());
}

TEST_CASE("behind a ridge the reason is the obstacle, at the ridge and so high above the ray") {
  const auto scenario = mast_and_hamlet(60.0);
  const auto all = explained(scenario, ridge_of(500.0F));
  REQUIRE(all.size() == 1);
  const analysis::WhyNot& why = all.front();
  CHECK(why.reason == Reason::kObstacle);
  REQUIRE(why.obstacle);
  // The sample of the ridge's top that is nearest to the hamlet's side; the ray falls from 140 m to 101.5 m over 9 km.
  CHECK(why.obstacle->distance_km == doctest::Approx(4.0).epsilon(0.03));
  const double ray_m = 140.0 - 38.5 * why.obstacle->distance_km / 9.0;
  const double bulge_m =
      500.0 / (6371.0 * 157.0 / (157.0 - 46.0)) * why.obstacle->distance_km * (9.0 - why.obstacle->distance_km);
  CHECK(why.obstacle->over_ray_m == doctest::Approx(600.0 - ray_m + bulge_m).epsilon(0.01));
  const gis::MapPoint at = scenario.crs.to_map(why.obstacle->lon_lat);
  CHECK(at.x_m - 500000.0 == doctest::Approx(5000.0).epsilon(0.03));
  CHECK(at.y_m - 2500000.0 == doctest::Approx(5000.0).epsilon(0.1));
  REQUIRE(why.shortfall);
  CHECK(why.shortfall->missing_db > 0.0);
  CHECK(why.shortfall->cell == 0);
  CHECK(why.parts->terrain_db > 20.0);
}

TEST_CASE("the level that is missing would cover the point that lacks least") {
  for (const double eirp_dbm : {40.0, 50.0, 60.0}) {
    auto scenario = mast_and_hamlet(eirp_dbm);
    const auto all = explained(scenario, ridge_of(400.0F));
    REQUIRE(all.size() == 1);
    const coverage::Shortfall lacks = *all.front().shortfall;
    const auto covered_points = [&](double more_db) {
      auto raised = scenario;
      raised.network.cells.front().eirp_dbm += more_db;
      progress::Progress progress;
      const auto result = coverage::compute_coverage(raised, ridge_of(400.0F), {}, progress);
      std::size_t covered = 0;
      for (const auto& service : result.service.back())
        covered += service[Technology::k4G] ? 1 : 0;
      return covered;
    };
    CHECK(covered_points(lacks.missing_db - 0.001) == covered_points(0.0));
    CHECK(covered_points(lacks.missing_db + 0.001) == covered_points(0.0) + 1);
  }
}

TEST_CASE("a cell too weak for free space is too far away") {
  const auto all = explained(mast_and_hamlet(20.0), ridge_of(0.0F));
  REQUIRE(all.size() == 1);
  CHECK(all.front().reason == Reason::kDistance);
}

TEST_CASE("a sector that looks the other way radiates too little") {
  auto scenario = mast_and_hamlet(50.0);
  network::Cell& cell = scenario.network.cells.front();
  cell.azimuth_true_deg = 270.0;
  cell.antenna.azimuth_deg = 270.0;
  cell.antenna.pattern = propagation::ParametricPattern{.beamwidth_h_deg = 65.0, .beamwidth_v_deg = 10.0};
  const auto all = explained(scenario, ridge_of(0.0F));
  REQUIRE(all.size() == 1);
  CHECK(all.front().reason == Reason::kPower);
  CHECK(all.front().parts->pattern_db > 20.0);
}

TEST_CASE("walls are the reason where outdoors would do, and trees where bare ground would") {
  auto scenario = mast_and_hamlet(58.0);
  REQUIRE(explained(scenario, ridge_of(0.0F)).empty());
  const gis::Terrain flat = ridge_of(0.0F);
  const gis::Terrain wood(flat.grid(), flat.ground_m(), std::vector<float>(flat.grid().cell_count(), 38.0F));
  const auto in_wood = explained(scenario, wood);
  REQUIRE(in_wood.size() == 1);
  CHECK(in_wood.front().reason == Reason::kClutter);
  scenario.options.service.indoor = true;
  scenario.options.service.building_class = "thermally_efficient";
  const auto indoors = explained(scenario, ridge_of(0.0F));
  REQUIRE(indoors.size() == 1);
  CHECK(indoors.front().reason == Reason::kIndoor);
}

TEST_CASE("without a cell of the target in range, or without ground, there is nothing to follow") {
  auto scenario = mast_and_hamlet(60.0);
  scenario.network.cells.front().technology = Technology::k2G;
  tests::add_hamlet(scenario, "Away", tests::at(90000, 5000));
  const auto all = explained(scenario, ridge_of(0.0F));
  REQUIRE(all.size() == 2);
  CHECK(all[0].reason == Reason::kNoCellInRange);
  CHECK(all[1].reason == Reason::kTerrainUnknown);
  for (const analysis::WhyNot& why : all) {
    CHECK_FALSE(why.shortfall);
    CHECK_FALSE(why.obstacle);
  }
}

TEST_CASE("the largest loss beyond free space is the reason") {
  CHECK(analysis::reason_of({.free_space_margin_db = -1.0, .terrain_db = 50.0}) == Reason::kDistance);
  CHECK(analysis::reason_of({.free_space_margin_db = 9.0, .terrain_db = 5.0, .clutter_db = 6.0}) == Reason::kClutter);
  CHECK(analysis::reason_of({.free_space_margin_db = 9.0, .terrain_db = 5.0, .indoor_db = 6.0}) == Reason::kIndoor);
  CHECK(analysis::reason_of({.free_space_margin_db = 9.0, .terrain_db = 7.0, .pattern_db = 6.0}) == Reason::kObstacle);
}

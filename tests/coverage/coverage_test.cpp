#include "sim/coverage/coverage.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <tbb/global_control.h>

#include <cmath>
#include <limits>

#include "sim/coverage/environments.h"
#include "sim/coverage/verdict_rules.h"
#include "tests/coverage/tiny_world.h"

using namespace phusong;
using namespace phusong::coverage;
using namespace phusong::tests;
using network::Technology;

namespace {

CoverageResult cover(const scenario::Scenario& scenario, const gis::Terrain& terrain) {
  progress::Progress progress;
  return compute_coverage(scenario, terrain, {.keep_levels = true}, progress);
}

/// One 4G mast in the west of a 12 km square and one hamlet in the east.
scenario::Scenario one_link() {
  auto scenario = empty_scenario();
  add_cell(scenario, "C", add_site(scenario, "S", at(1000, 6000)), Technology::k4G, 62.0).reference_power_offset_db =
      -28.0;
  add_hamlet(scenario, "H", at(9000, 6000));
  return scenario;
}

/// The verdict of the only hamlet for "any".
const HamletVerdict& verdict_of(const CoverageResult& result) {
  return result.verdicts.back().front();
}

gis::Terrain terrain_with_ridge(float ridge_m) {
  return make_terrain(121, 100.0,
                      [=](double x_m, double) { return std::abs(x_m - 5000.0) < 200.0 ? ridge_m : 100.0F; });
}

}  // namespace

TEST_CASE("a hamlet in sight of a mast is covered") {
  const auto result = cover(one_link(), flat_terrain());
  const HamletVerdict& verdict = verdict_of(result);
  CHECK(verdict.status == Status::kCovered);
  CHECK(verdict.share == doctest::Approx(1.0));
  CHECK(verdict.centre_covered);
  CHECK(*verdict.by_technology[Technology::k4G].best_cell == 0);
  CHECK(verdict.by_technology[Technology::k2G].status == Status::kWhite);
  CHECK_FALSE(verdict.by_technology[Technology::k2G].level_dbm.has_value());
}

TEST_CASE("a ridge between mast and hamlet adds diffraction loss until the hamlet is white") {
  const auto scenario = one_link();
  double last_dbm = 0.0;
  for (float ridge_m : {100.0F, 200.0F, 400.0F, 800.0F}) {
    const auto result = cover(scenario, terrain_with_ridge(ridge_m));
    const double level_dbm = *verdict_of(result).by_technology[Technology::k4G].level_dbm;
    CHECK(level_dbm < last_dbm);
    last_dbm = level_dbm;
  }
  CHECK(verdict_of(cover(scenario, terrain_with_ridge(800.0F))).status == Status::kWhite);
}

TEST_CASE("the ray to a hamlet behind a ridge leaves towards the ridge") {
  const auto result = cover(one_link(), terrain_with_ridge(400.0F));
  REQUIRE_FALSE(result.point_levels.empty());
  const double to_ridge_deg = std::atan2(400.0 - 140.0, 3850.0) * 180.0 / 3.14159265358979;
  CHECK(result.point_levels.front().departure_deg == doctest::Approx(to_ridge_deg).epsilon(0.02));
}

TEST_CASE("kept levels recompute the verdict's level") {
  const auto scenario = one_link();
  const auto result = cover(scenario, flat_terrain());
  REQUIRE(result.point_levels.size() == 19);
  const PointLevel& centre = result.point_levels.front();
  CHECK(centre.level_dbm == doctest::Approx(62.0 + centre.pattern_db - 28.0 - centre.loss_db));
  CHECK(centre.level_dbm == *verdict_of(result).by_technology[Technology::k4G].level_dbm);
  CHECK(centre.sigma_l_db == doctest::Approx((0.024 * 0.9 + 0.52) * std::pow(100.0, 0.28)));
}

TEST_CASE("of two equally strong cells the lower cell_id is the best") {
  auto scenario = one_link();
  add_cell(scenario, "B", 0, Technology::k4G, 62.0).reference_power_offset_db = -28.0;
  CHECK(*verdict_of(cover(scenario, flat_terrain())).by_technology[Technology::k4G].best_cell == 1);
}

TEST_CASE("an operator is judged by its own cells and any by all of them") {
  auto scenario = one_link();
  add_site(scenario, "S2", at(1000, 6000), "B");
  const auto result = cover(scenario, flat_terrain());
  REQUIRE(result.operators == std::vector<std::string>{"A", "B", "any"});
  CHECK(result.verdicts[0][0].status == Status::kCovered);
  CHECK(result.verdicts[1][0].status == Status::kWhite);
  CHECK(result.verdicts[2][0].status == Status::kCovered);
}

TEST_CASE("with combine all a hamlet needs every technology of the target") {
  auto scenario = one_link();
  scenario.options.plan.combine = scenario::Combine::kAll;
  CHECK(verdict_of(cover(scenario, flat_terrain())).status == Status::kWhite);
  CHECK(verdict_of(cover(scenario, flat_terrain())).status_any_technology == Status::kCovered);
  add_cell(scenario, "C3", 0, Technology::k3G, 62.0).reference_power_offset_db = -10.0;
  CHECK(verdict_of(cover(scenario, flat_terrain())).status == Status::kCovered);
}

TEST_CASE("mobile broadband is judged over its own technologies") {
  auto scenario = one_link();
  scenario.options.plan.target.technologies = {Technology::k2G};
  CHECK(verdict_of(cover(scenario, flat_terrain())).status == Status::kWhite);
  CHECK(verdict_of(cover(scenario, flat_terrain())).status_mobile_broadband == Status::kCovered);
  CHECK(verdict_of(cover(scenario, flat_terrain())).share_mobile_broadband == doctest::Approx(1.0));
  scenario.options.new_countryside.technologies = {Technology::k3G, Technology::k5G};
  CHECK(verdict_of(cover(scenario, flat_terrain())).status_mobile_broadband == Status::kWhite);
}

TEST_CASE("a hole in the terrain is bridged, counted and said") {
  const auto scenario = one_link();
  const auto terrain = make_terrain(121, 100.0, [](double x_m, double) {
    return std::abs(x_m - 5000.0) < 200.0 ? std::numeric_limits<float>::quiet_NaN() : 100.0F;
  });
  const auto result = cover(scenario, terrain);
  CHECK(verdict_of(result).terrain_gap == doctest::Approx(1.0));
  CHECK(verdict_of(result).status == Status::kCovered);
  CHECK(verdict_of(result).only_by_gap_paths);
  CHECK(result.counts.gap_paths == 19);
  const double whole_dbm = *verdict_of(cover(scenario, flat_terrain())).by_technology[Technology::k4G].level_dbm;
  CHECK(*verdict_of(result).by_technology[Technology::k4G].level_dbm == doctest::Approx(whole_dbm));
}

TEST_CASE("masts and hamlets off the terrain are named and count for nothing") {
  auto scenario = one_link();
  add_cell(scenario, "D", add_site(scenario, "S2", at(-9000, 0)), Technology::k4G);
  add_hamlet(scenario, "H2", at(90000, 0));
  const auto result = cover(scenario, flat_terrain());
  CHECK(result.places.sites_off_terrain == std::vector<std::size_t>{1});
  CHECK(result.places.hamlets_off_terrain == std::vector<std::size_t>{1});
  CHECK(result.verdicts.back()[1].status == Status::kUnknown);
  CHECK(result.verdicts.back()[1].by_technology[Technology::k4G].status == Status::kUnknown);
}

TEST_CASE("a mast just outside the grid takes the ground of the nearest cell and is named") {
  auto scenario = one_link();
  scenario.network.sites[0].position = at(-100, 6000);
  const auto result = cover(scenario, flat_terrain());
  CHECK(result.places.sites_beside_terrain == std::vector<std::size_t>{0});
  CHECK(result.places.sites_off_terrain.empty());
  CHECK(verdict_of(result).status == Status::kCovered);
}

TEST_CASE("a hamlet under the mast is a short path and has a finite level") {
  auto scenario = one_link();
  scenario.network.hamlets[0].position = at(1000, 6000);
  const auto result = cover(scenario, flat_terrain());
  CHECK(std::isfinite(*verdict_of(result).by_technology[Technology::k4G].level_dbm));
  CHECK(result.counts.short_paths > 0);
}

TEST_CASE("one thread and two give the same verdicts") {
  auto scenario = one_link();
  for (int i = 0; i < 20; ++i)
    add_hamlet(scenario, fmt::format("H{}", i), at(500.0 * i + 800.0, 300.0 * i + 700.0));
  const auto terrain = terrain_with_ridge(300.0F);
  const auto levels_with = [&](std::size_t threads) {
    const tbb::global_control control(tbb::global_control::max_allowed_parallelism, threads);
    std::vector<double> levels;
    for (const PointLevel& level : cover(scenario, terrain).point_levels)
      levels.push_back(level.level_dbm);
    return levels;
  };
  CHECK(levels_with(1) == levels_with(2));
}

TEST_CASE("a zone raster makes the sea, where locations do not vary") {
  auto scenario = one_link();
  const gis::Terrain flat = flat_terrain();
  std::vector<std::uint8_t> zone(flat.grid().cell_count(), 0);
  for (int row = 0; row < flat.grid().rows; ++row) {
    for (int column = 60; column < flat.grid().columns; ++column)
      zone[flat.grid().index(column, row)] = 1;
  }
  const gis::Terrain with_sea(flat.grid(), flat.ground_m(), {}, zone);
  CHECK(cover(scenario, with_sea).point_levels.front().sigma_l_db == 0.0);
  CHECK(cover(scenario, flat).point_levels.front().sigma_l_db > 0.0);
}

TEST_CASE("clutter on the way costs level and clutter over the receiver keeps the whole location variability") {
  const auto scenario = one_link();
  const gis::Terrain flat = flat_terrain();
  const auto first_level = [&](float clutter_m) {
    const gis::Terrain terrain(flat.grid(), flat.ground_m(), std::vector<float>(flat.grid().cell_count(), clutter_m));
    return cover(scenario, terrain).point_levels.front();
  };
  CHECK(first_level(30.0F).level_dbm < first_level(0.0F).level_dbm);
  CHECK(first_level(30.0F).sigma_l_db > first_level(0.0F).sigma_l_db);
  CHECK(first_level(NAN).level_dbm == first_level(0.0F).level_dbm);
  CHECK(first_level(NAN).sigma_l_db == first_level(30.0F).sigma_l_db);
}

TEST_CASE("indoors a hamlet pays the median building entry loss and a wider spread") {
  auto scenario = one_link();
  const PointLevel outdoors = cover(scenario, flat_terrain()).point_levels.front();
  const double outdoor_probability =
      verdict_of(cover(scenario, flat_terrain())).by_technology[Technology::k4G].probability;
  scenario.options.service.indoor = true;
  const auto result = cover(scenario, flat_terrain());
  const PointLevel indoors = result.point_levels.front();
  // Traditional building, 0.9 GHz, p = 50 %, by hand: mu1 = 12.47, mu2 = 9.24, C = -3 dB, added as powers.
  CHECK(indoors.loss_db - outdoors.loss_db == doctest::Approx(14.24).epsilon(0.001));
  CHECK(outdoors.level_dbm - indoors.level_dbm == doctest::Approx(indoors.loss_db - outdoors.loss_db));
  CHECK(verdict_of(result).by_technology[Technology::k4G].probability < outdoor_probability);
}

TEST_CASE("in a vehicle a hamlet pays the loss of the vehicle and its spread") {
  auto scenario = one_link();
  const PointLevel outdoors = cover(scenario, flat_terrain()).point_levels.front();
  scenario.options.service.environment = scenario::Environment::kVehicle;
  const auto result = cover(scenario, flat_terrain());
  CHECK(outdoors.level_dbm - result.point_levels.front().level_dbm == doctest::Approx(9.0));
  const double sigma_db = std::hypot(outdoors.sigma_l_db, 6.0, 5.0);
  CHECK(verdict_of(result).by_technology[Technology::k4G].probability ==
        doctest::Approx(probability_above(outdoors.level_dbm - 9.0, -110.0, sigma_db)));
}

TEST_CASE("each further environment has the verdicts of a run that is in it") {
  auto scenario = one_link();
  scenario.network.cells.front().eirp_dbm = 52.0;
  scenario.options.service.more_environments = {scenario::Environment::kIndoor, scenario::Environment::kVehicle};
  progress::Progress progress;
  const auto environments = cover_more_environments(scenario, flat_terrain(), nullptr, progress);
  REQUIRE(environments.size() == 2);
  for (const EnvironmentCoverage& of : environments) {
    auto alone = scenario;
    alone.options.service.environment = of.environment;
    const CoverageResult result = cover(alone, flat_terrain());
    const HamletVerdict& expected = verdict_of(result);
    const HamletVerdict& verdict = of.verdicts.back().front();
    CHECK(verdict.status == expected.status);
    CHECK(verdict.share == expected.share);
    CHECK(verdict.by_technology[Technology::k4G].level_dbm == expected.by_technology[Technology::k4G].level_dbm);
  }
}

TEST_CASE("a surface model holds its clutter already") {
  auto scenario = one_link();
  scenario.options.terrain.elevation_kind = scenario::ElevationKind::kSurface;
  const gis::Terrain flat = flat_terrain();
  const gis::Terrain wooded(flat.grid(), flat.ground_m(), std::vector<float>(flat.grid().cell_count(), 30.0F));
  CHECK(cover(scenario, wooded).point_levels.front().level_dbm == cover(scenario, flat).point_levels.front().level_dbm);
}

TEST_CASE("a stop is obeyed") {
  struct Stopping : progress::Progress {
    bool stop_requested() const override { return true; }
  } progress;
  CHECK_THROWS_AS(compute_coverage(one_link(), flat_terrain(), {}, progress), progress::Stopped);
}

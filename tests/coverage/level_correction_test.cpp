#include "sim/coverage/level_correction.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "sim/coverage/coverage.h"
#include "sim/coverage/maps.h"
#include "sim/coverage/service_quality.h"
#include "tests/coverage/tiny_world.h"

using namespace phusong;
using network::Technology;
using tests::at;

namespace {

/// A 4G cell among hills of which the northern half is class 10 and the southern class 30, with one hamlet.
struct CorrectedWorld {
  CorrectedWorld() {
    const gis::Terrain hills = tests::hills();
    std::vector<std::int32_t> classes(hills.grid().cell_count());
    for (std::size_t i = 0; i < classes.size(); ++i)
      classes[i] = i < classes.size() / 2 ? 10 : 30;
    terrain = gis::Terrain(hills.grid(), hills.ground_m(), {}, {}, std::move(classes));
    tests::add_cell(scenario, "cell", tests::add_site(scenario, "mast", at(2000, 6000)), Technology::k4G, 60.0);
    tests::add_hamlet(scenario, "H", at(6000, 6100)).radius_m = 400.0;
    scenario.options.coverage.technologies = {Technology::k4G};
    corrected = scenario;
    corrected.options.propagation.corrections = {
        .cell_db = {{"cell", 2.5}, {"another", 40.0}},
        .technology_db = {{0.0, 30.0, -4.0, 0.0}},
        .clutter_db = {{10, 3.0}, {30, -1.0}},
        .distance =
            scenario::DistanceSlope{.slope_db_per_decade = -10.0, .reference_km = 1.0, .min_km = 0.5, .max_km = 5.0},
        .location_sigma_db = 7.25};
  }

  /// The whole correction of the cell at a place, by the meaning of each part.
  double expected_db(gis::MapPoint place) const {
    const double distance_km = std::clamp(gis::distance_m(place, at(2000, 6000)) / 1000.0, 0.5, 5.0);
    const auto clutter_class = terrain.clutter_class_at(place);
    const double clutter_db = clutter_class == 10 ? 3.0 : clutter_class == 30 ? -1.0 : 0.0;
    return 2.5 - 4.0 + clutter_db - 10.0 * std::log10(distance_km);
  }

  scenario::Scenario scenario = tests::empty_scenario(), corrected = tests::empty_scenario();
  gis::Terrain terrain = tests::flat_terrain(2);
};

}  // namespace

TEST_CASE("a correction is the sum of cell, technology, clutter class and slope, which ends where measurements did") {
  const CorrectedWorld world;
  const coverage::LevelCorrection correction(world.terrain, world.corrected.options);
  const network::Cell& cell = world.corrected.network.cells[0];
  CHECK(correction.of_cell_db(cell) == -1.5);
  for (const gis::MapPoint place : {at(2200, 6000), at(4000, 9000), at(4000, 2000), at(11000, 3000)})
    CHECK(correction.total_db(cell, at(2000, 6000), place) == doctest::Approx(world.expected_db(place)));
  CHECK(correction.of_path_db(at(4000, 9000), 5000.0) == correction.of_path_db(at(4000, 9000), 20000.0));
  CHECK(correction.of_path_db(at(-500, 9000), 1000.0) == 0.0);  // no class outside the grid
  const coverage::LevelCorrection none(world.terrain, world.scenario.options);
  CHECK(!none.depends_on_path());
  CHECK(none.total_db(cell, at(2000, 6000), at(4000, 9000)) == 0.0);
}

TEST_CASE("levels of hamlets are those without a calibration and the correction, and path losses are the same") {
  const CorrectedWorld world;
  progress::Progress progress;
  const auto plain = coverage::compute_coverage(world.scenario, world.terrain, {.keep_levels = true}, progress);
  const auto corrected = coverage::compute_coverage(world.corrected, world.terrain, {.keep_levels = true}, progress);
  REQUIRE(plain.point_levels.size() >= 15);
  REQUIRE(corrected.point_levels.size() == plain.point_levels.size());
  for (std::size_t i = 0; i < plain.point_levels.size(); ++i) {
    const coverage::PointLevel& level = corrected.point_levels[i];
    const double expected_db = world.expected_db(plain.points[static_cast<std::size_t>(level.point)].position());
    CHECK(level.loss_db == plain.point_levels[i].loss_db);
    CHECK(level.correction_db == doctest::Approx(expected_db));
    CHECK(level.level_dbm == doctest::Approx(plain.point_levels[i].level_dbm + expected_db));
    CHECK(level.sigma_l_db == 7.25);
    CHECK(plain.point_levels[i].correction_db == 0.0);
  }
}

TEST_CASE("maps have the same corrections as hamlets, place by place") {
  const CorrectedWorld world;
  progress::Progress progress;
  const auto plain = coverage::compute_maps(world.scenario, world.terrain, progress, nullptr);
  const auto corrected = coverage::compute_maps(world.corrected, world.terrain, progress, nullptr);
  const auto& before_dbm = plain.operators[0].technologies[0].level_dbm;
  const auto& after_dbm = corrected.operators[0].technologies[0].level_dbm;
  const gis::Grid& grid = world.terrain.grid();
  std::size_t compared = 0;
  for (int row = 0; row < grid.rows; row += 7) {
    for (int column = 0; column < grid.columns; column += 7) {
      const std::size_t k = grid.index(column, row);
      if (std::isnan(before_dbm[k])) continue;
      const double expected_db = world.expected_db(grid.centre_of(column, row));
      CHECK(after_dbm[k] - before_dbm[k] == doctest::Approx(expected_db).epsilon(1e-4));
      ++compared;
    }
  }
  CHECK(compared > 100);
}

TEST_CASE("the measured spread takes the place of the location variability") {
  const CorrectedWorld world;
  const coverage::ServiceQuality quality(world.terrain, world.corrected.options);
  const network::Cell& cell = world.corrected.network.cells[0];
  CHECK(quality.sigma_location_db(cell, at(4000, 4000)) == 7.25);
  CHECK(quality.sigma_db(cell, at(4000, 4000)) == doctest::Approx(std::hypot(7.25, 6.0)));
}

#include "sim/coverage/maps.h"

#include <doctest/doctest.h>
#include <tbb/global_control.h>

#include <cmath>
#include <limits>

#include "sim/coverage/coverage.h"
#include "tests/coverage/tiny_world.h"

using namespace phusong;
using namespace phusong::coverage;
using namespace phusong::tests;
using network::Technology;

namespace {

CoverageMaps map_of(const scenario::Scenario& scenario, const gis::Terrain& terrain) {
  progress::Progress progress;
  return compute_maps(scenario, terrain, progress);
}

/// A 4G mast in the middle of a 12 km square, followed over 4 km.
scenario::Scenario one_mast() {
  auto scenario = empty_scenario();
  add_cell(scenario, "C", add_site(scenario, "S", at(6050, 6050)), Technology::k4G, 40.0);
  scenario.options.coverage.technologies = {Technology::k4G};
  scenario.options.propagation.max_range_km[Technology::k4G] = 4.0;
  return scenario;
}

const TechnologyMaps& maps_of_4g(const CoverageMaps& maps) {
  return maps.operators.at(0).technologies.at(0);
}

}  // namespace

TEST_CASE("a map has a value in every cell in range and in no other") {
  const CoverageMaps maps = map_of(one_mast(), flat_terrain());
  const TechnologyMaps& map = maps_of_4g(maps);
  for (int row = 0; row < maps.grid.rows; ++row) {
    for (int column = 0; column < maps.grid.columns; ++column) {
      const gis::MapPoint centre = maps.grid.centre_of(column, row);
      const double distance_m = std::hypot(centre.x_m - at(6050, 0).x_m, centre.y_m - at(0, 6050).y_m);
      const std::size_t k = maps.grid.index(column, row);
      REQUIRE(std::isnan(map.level_dbm[k]) == (distance_m > 4000.0));
      REQUIRE(map.best_server[k] == (distance_m > 4000.0 ? 0 : 1));
      REQUIRE((map.probability[k] == 0.0F) == (distance_m > 4000.0));
    }
  }
  CHECK(map.legend.at(1) == "C");
}

TEST_CASE("the map at a cell's centre is the level of a hamlet that stands there") {
  auto scenario = one_mast();
  add_hamlet(scenario, "H", at(8050, 7050));
  const gis::Terrain terrain = make_terrain(121, 100.0, [](double x_m, double y_m) {
    return static_cast<float>(200.0 + 80.0 * std::sin(x_m / 400.0) * std::cos(y_m / 300.0));
  });
  progress::Progress progress;
  const CoverageResult hamlets = compute_coverage(scenario, terrain, {}, progress);
  const CoverageMaps maps = map_of(scenario, terrain);
  const double level_dbm = *hamlets.verdicts.back()[0].by_technology[Technology::k4G].level_dbm;
  // The ray that serves a cell need not run through its centre.
  CHECK(std::abs(double{maps_of_4g(maps).level_dbm[maps.grid.index(80, 50)]} - level_dbm) < 0.3);
}

TEST_CASE("the overlap counts the cells within 5 dB of a best that is strong enough") {
  auto scenario = one_mast();
  add_cell(scenario, "D", 0, Technology::k4G, 36.0);
  add_cell(scenario, "E", 0, Technology::k4G, 34.0);
  const CoverageMaps maps = map_of(scenario, flat_terrain());
  const TechnologyMaps& map = maps_of_4g(maps);
  CHECK(map.overlap[maps.grid.index(61, 40)] == 2);
  scenario.options.service.threshold_dbm[Technology::k4G] = 0.0;
  const CoverageMaps deaf = map_of(scenario, flat_terrain());
  CHECK(maps_of_4g(deaf).overlap[maps.grid.index(61, 40)] == 0);
  CHECK(maps_of_4g(deaf).best_server[maps.grid.index(61, 40)] == 1);
}

TEST_CASE("a void shows in the terrain gaps and stays no data where nothing is near") {
  const gis::Terrain terrain = make_terrain(121, 100.0, [](double x_m, double) {
    return x_m > 8000.0 && x_m < 9500.0 ? std::numeric_limits<float>::quiet_NaN() : 100.0F;
  });
  const CoverageMaps maps = map_of(one_mast(), terrain);
  CHECK(maps.terrain_gaps[maps.grid.index(70, 60)] == 0.0F);
  CHECK(maps.terrain_gaps[maps.grid.index(81, 60)] == 1.0F);
  CHECK(std::isnan(maps.terrain_gaps[maps.grid.index(86, 60)]));
  CHECK(std::isnan(maps_of_4g(maps).probability[maps.grid.index(86, 60)]));
  CHECK(maps.terrain_gaps[maps.grid.index(98, 60)] == 1.0F);
}

TEST_CASE("one thread and two give the same map") {
  const auto scenario = one_mast();
  const gis::Terrain terrain = flat_terrain();
  const auto levels_with = [&](std::size_t threads) {
    const tbb::global_control control(tbb::global_control::max_allowed_parallelism, threads);
    auto levels = maps_of_4g(map_of(scenario, terrain)).level_dbm;
    for (float& level : levels)
      level = std::isnan(level) ? 0.0F : level;
    return levels;
  };
  CHECK(levels_with(1) == levels_with(2));
}

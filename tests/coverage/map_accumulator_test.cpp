#include "sim/coverage/map_accumulator.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <map>
#include <stdexcept>

#include "tests/coverage/tiny_world.h"

using namespace phusong;
using namespace phusong::coverage;
using namespace phusong::tests;
using network::Technology;

namespace {

constexpr float kOutOfRange = std::numeric_limits<float>::quiet_NaN();

/// Cells "z" of A and "c" of B in 4G and "b" of A in 3G on a terrain of 4 × 4 cells. A level of −110 dBm is enough.
class AccumulatedMaps {
 public:
  AccumulatedMaps() {
    scenario.options.service.raster_operators = {"A", "any"};
    scenario.options.service.location_probability = 0.5;
    const std::size_t of_a = add_site(scenario, "SA", at(50, 50), "A"),
                      of_b = add_site(scenario, "SB", at(50, 50), "B");
    add_cell(scenario, "z", of_a, Technology::k4G, 0.0);
    add_cell(scenario, "c", of_b, Technology::k4G, 0.0);
    add_cell(scenario, "b", of_a, Technology::k3G);
  }

  scenario::Scenario scenario = empty_scenario();
  gis::Terrain terrain = flat_terrain(4, 100.0);

  /// The levels of cells "c" and "z" at the window's cells; the window is the whole terrain, or begins at that column
  /// of its north row.
  CoverageMaps maps_of(const std::vector<float>& c_dbm, const std::vector<float>& z_dbm, int first_column = 0) {
    const gis::GridWindow window{
        .first_column = first_column, .first_row = 0, .columns = static_cast<int>(c_dbm.size()), .rows = 1};
    const MapAccumulator accumulator(scenario, terrain, raster_columns(scenario.network, scenario.options.service),
                                     {Technology::k3G, Technology::k4G});
    const LevelCorrection correction(terrain, scenario.options);
    TileLevels levels(scenario.network, terrain.grid(), correction);
    TileMaps tile{.window = window, .strongest = {}, .paths = {}, .gap_paths = {}};
    for (const auto& [cell, level_dbm] : {std::pair(std::size_t{1}, &c_dbm), std::pair(std::size_t{0}, &z_dbm)})
      accumulator.add(std::vector{transmitter_of(cell)}, std::vector{losses_of(*level_dbm, window)}, levels, tile);
    CoverageMaps maps = accumulator.empty_maps();
    accumulator.finish(tile, maps);
    return maps;
  }

 private:
  Transmitter transmitter_of(std::size_t cell) const {
    return {.site = scenario.network.cells[cell].site,
            .position = at(50, 50),
            .frequencies_mhz = {900.0},
            .carrier_range_m = {5000.0},
            .cells = {{.cell = cell, .max_range_m = 5000.0}}};
  }

  /// Of a cell of 0 dBm that sends as much in all directions.
  static StoredLosses losses_of(const std::vector<float>& level_dbm, const gis::GridWindow& window) {
    StoredLosses losses(window, 1);
    for (std::size_t k = 0; k < level_dbm.size(); ++k) {
      if (std::isnan(level_dbm[k])) continue;
      losses.set_path(k, 0.0, false);
      losses.set_loss(k, 0, double{-level_dbm[k]});
    }
    return losses;
  }
};

/// The maps of 4G as customers of A, or of any, see them.
const TechnologyMaps& maps_of_a(const CoverageMaps& maps) {
  return maps.operators.at(0).technologies.at(1);
}
const TechnologyMaps& maps_of_any(const CoverageMaps& maps) {
  return maps.operators.at(1).technologies.at(1);
}

}  // namespace

TEST_CASE("the strongest cell of the operator gives level and best server, for any that of all") {
  const CoverageMaps maps = AccumulatedMaps().maps_of({-80.0F}, {-90.0F});
  CHECK(maps_of_a(maps).level_dbm[0] == -90.0F);
  CHECK(maps_of_any(maps).level_dbm[0] == -80.0F);
  CHECK(maps_of_a(maps).legend.at(maps_of_a(maps).best_server[0]) == "z");
  CHECK(maps_of_any(maps).legend.at(maps_of_any(maps).best_server[0]) == "c");
}

TEST_CASE("values of best servers follow the ids of the cells of a technology, and a legend has the operator's alone") {
  const CoverageMaps maps = AccumulatedMaps().maps_of({-80.0F}, {-90.0F});
  CHECK(maps_of_any(maps).legend == std::map<std::uint16_t, std::string>{{1, "c"}, {2, "z"}});
  CHECK(maps_of_a(maps).legend == std::map<std::uint16_t, std::string>{{2, "z"}});
  CHECK(maps.operators[1].technologies[0].legend == std::map<std::uint16_t, std::string>{{1, "b"}});
}

TEST_CASE("a cell that is off air is in no legend") {
  AccumulatedMaps world;
  world.scenario.network.sites[1].status = network::SiteStatus::kOff;
  CHECK(maps_of_any(world.maps_of({kOutOfRange}, {-90.0F})).legend == std::map<std::uint16_t, std::string>{{1, "z"}});
}

TEST_CASE("where no cell is in range there is no level and no server, and the probability is 0") {
  const CoverageMaps maps = AccumulatedMaps().maps_of({kOutOfRange}, {kOutOfRange});
  CHECK(std::isnan(maps_of_any(maps).level_dbm[0]));
  CHECK(maps_of_any(maps).best_server[0] == 0);
  CHECK(maps_of_any(maps).probability[0] == 0.0F);
  CHECK(maps_of_any(maps).overlap[0] == 0);
}

TEST_CASE("of equally strong cells the first by id serves best, and both overlap") {
  const CoverageMaps maps = AccumulatedMaps().maps_of({-90.0F}, {-90.0F});
  CHECK(maps_of_any(maps).best_server[0] == 1);
  CHECK(maps_of_any(maps).overlap[0] == 2);
  CHECK(maps_of_a(maps).overlap[0] == 1);
}

TEST_CASE("a cell that is followed less far than its carrier has no level beyond its own range") {
  AccumulatedMaps world;
  const gis::GridWindow window{.columns = 4, .rows = 1};
  const MapAccumulator accumulator(world.scenario, world.terrain,
                                   raster_columns(world.scenario.network, world.scenario.options.service),
                                   {Technology::k4G});
  StoredLosses losses(window, 1);
  for (std::size_t k = 0; k < 4; ++k) {
    losses.set_path(k, 0.0, k == 3);
    losses.set_loss(k, 0, 90.0);
  }
  const Transmitter transmitter{.position = world.terrain.grid().centre_of(0, 0),
                                .frequencies_mhz = {900.0},
                                .carrier_range_m = {5000.0},
                                .cells = {{.cell = 0, .max_range_m = 250.0}}};
  const LevelCorrection correction(world.terrain, world.scenario.options);
  TileLevels levels(world.scenario.network, world.terrain.grid(), correction);
  TileMaps tile{.window = window, .strongest = {}, .paths = {}, .gap_paths = {}};
  accumulator.add(std::vector{transmitter}, std::vector{losses}, levels, tile);
  CHECK(tile.strongest.back().best_dbm()[2] == -90.0F);
  CHECK(tile.strongest.back().best_cell()[3] == StrongestCells::kNone);
  CHECK(tile.paths == std::vector<std::uint32_t>{1, 1, 1, 1});
  CHECK(tile.gap_paths == std::vector<std::uint32_t>{0, 0, 0, 1});
}

TEST_CASE("the probability is a half at the threshold") {
  const CoverageMaps maps = AccumulatedMaps().maps_of({-110.0F, -100.0F}, {kOutOfRange, kOutOfRange});
  CHECK(maps_of_any(maps).probability[0] == doctest::Approx(0.5));
  CHECK(maps_of_any(maps).probability[1] > 0.8F);
}

TEST_CASE("a window fills its own cells of the maps and leaves the others as they are") {
  const CoverageMaps maps = AccumulatedMaps().maps_of({-80.0F}, {-90.0F}, 2);
  CHECK(maps_of_any(maps).level_dbm[2] == -80.0F);
  CHECK(std::isnan(maps_of_any(maps).level_dbm[1]));
  CHECK(std::isnan(maps_of_any(maps).probability[1]));  // not looked at
  CHECK(std::isnan(maps_of_any(maps).level_dbm[4 + 2]));
}

TEST_CASE("a cell of one technology is in no map of another") {
  const CoverageMaps maps = AccumulatedMaps().maps_of({-80.0F}, {-90.0F});
  CHECK(std::isnan(maps.operators[1].technologies[0].level_dbm[0]));
}

TEST_CASE("SINR of a map counts the cells of the best server's operator, whichever came first") {
  AccumulatedMaps world;
  // Cells of A and B; B's serves in the first place, A's in the second, one of them is out of range in the others.
  const std::vector<float> c_dbm = {-90.0F, -100.0F, -90.0F, kOutOfRange};
  const std::vector<float> z_dbm = {-100.0F, -90.0F, kOutOfRange, -90.0F};
  const CoverageMaps apart = world.maps_of(c_dbm, z_dbm);
  for (std::size_t k = 0; k < 4; ++k)
    CHECK(double{maps_of_any(apart).sinr_db[k]} == doctest::Approx(35.23909).epsilon(1e-5));
  CHECK(double{maps_of_a(apart).sinr_db[0]} == doctest::Approx(25.23909).epsilon(1e-5));
  CHECK(std::isnan(maps_of_a(apart).sinr_db[2]));
  world.scenario.network.sites[1].operator_name = "A";
  const CoverageMaps together = world.maps_of(c_dbm, z_dbm);
  for (const std::size_t k : {std::size_t{0}, std::size_t{1}}) {
    CHECK(double{maps_of_any(together).sinr_db[k]} == doctest::Approx(12.98438).epsilon(1e-5));
    CHECK(maps_of_any(together).sinr_db[k] == maps_of_a(together).sinr_db[k]);
  }
  for (const std::size_t k : {std::size_t{2}, std::size_t{3}})
    CHECK(double{maps_of_any(together).sinr_db[k]} == doctest::Approx(35.23909).epsilon(1e-5));
}

TEST_CASE("a cell near by does not drown what interferes with it in its own power") {
  AccumulatedMaps world;
  world.scenario.network.sites[1].operator_name = "A";
  // -20 dBm against 0.5 of -124 dBm and the noise of -125.2391 dBm.
  const CoverageMaps maps = world.maps_of({-20.0F}, {-124.0F});
  CHECK(double{maps_of_any(maps).sinr_db[0]} == doctest::Approx(103.02472).epsilon(1e-5));
}

TEST_CASE("throughput of a map is that of the best server's bandwidth, and of 4G and 5G alone") {
  AccumulatedMaps world;
  world.scenario.network.cells[1].bandwidth_mhz = 7.0;  // "c"
  const CoverageMaps maps = world.maps_of({-100.0F, -90.0F, kOutOfRange}, {-90.0F, -100.0F, kOutOfRange});
  CHECK(double{maps_of_any(maps).throughput_mbps[0]} == doctest::Approx(39.6));
  CHECK(std::isnan(maps_of_any(maps).throughput_mbps[1]));
  CHECK(std::isnan(maps_of_any(maps).throughput_mbps[2]));
  CHECK(maps.operators[1].technologies[0].throughput_mbps.empty());
  CHECK(maps.operators[1].technologies[0].sinr_db.size() == 16);
}

TEST_CASE("unless asked for there are no maps of quality, and the others are the same") {
  AccumulatedMaps world;
  const CoverageMaps with = world.maps_of({-100.0F, -90.0F}, {-90.0F, -91.0F});
  world.scenario.options.coverage.quality = false;
  const CoverageMaps without = world.maps_of({-100.0F, -90.0F}, {-90.0F, -91.0F});
  CHECK(maps_of_any(without).sinr_db.empty());
  CHECK(maps_of_any(without).throughput_mbps.empty());
  for (std::size_t k = 0; k < 2; ++k) {
    CHECK(maps_of_any(with).level_dbm[k] == maps_of_any(without).level_dbm[k]);
    CHECK(maps_of_any(with).probability[k] == maps_of_any(without).probability[k]);
    CHECK(maps_of_any(with).best_server[k] == maps_of_any(without).best_server[k]);
    CHECK(maps_of_any(with).overlap[k] == maps_of_any(without).overlap[k]);
  }
}

TEST_CASE("more cells of a technology than a raster of 16 bits can name are an error") {
  AccumulatedMaps world;
  std::vector<network::Cell>& cells = world.scenario.network.cells;
  cells.assign(65535, network::Cell(cells[0]));
  CHECK_NOTHROW(world.maps_of({-80.0F}, {-90.0F}));
  cells.push_back(network::Cell(cells[0]));
  CHECK_THROWS_AS(world.maps_of({-80.0F}, {-90.0F}), std::length_error);
}

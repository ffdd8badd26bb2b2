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
    add_cell(scenario, "z", of_a, Technology::k4G);
    add_cell(scenario, "c", of_b, Technology::k4G);
    add_cell(scenario, "b", of_a, Technology::k3G);
  }

  scenario::Scenario scenario = empty_scenario();
  gis::Terrain terrain = flat_terrain(4, 100.0);

  /// The levels of cells "c" and "z", in order of their ids, at the window's cells; the window is the whole terrain, or
  /// begins at that column of its north row.
  CoverageMaps maps_of(const std::vector<float>& c_dbm, const std::vector<float>& z_dbm, int first_column = 0) const {
    CoverageMaps maps{.grid = terrain.grid(), .operators = {}, .terrain_gaps = {}};
    const MapAccumulator accumulator(scenario, terrain, raster_columns(scenario.network, scenario.options.service),
                                     {Technology::k3G, Technology::k4G}, maps);
    const std::vector<CellLayer> layers = {{.cell = 1, .level_dbm = c_dbm}, {.cell = 0, .level_dbm = z_dbm}};
    accumulator.add(
        layers, {.first_column = first_column, .first_row = 0, .columns = static_cast<int>(c_dbm.size()), .rows = 1},
        maps);
    return maps;
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

TEST_CASE("of equally strong cells the first by id serves best") {
  const CoverageMaps maps = AccumulatedMaps().maps_of({-90.0F}, {-90.0F});
  CHECK(maps_of_any(maps).best_server[0] == 1);
}

TEST_CASE("cells within 5 dB of the best overlap where the best reaches the threshold") {
  const CoverageMaps maps =
      AccumulatedMaps().maps_of({-90.0F, -90.0F, -110.0F, -110.1F}, {-95.0F, -95.1F, -112.0F, -112.0F});
  const std::vector<std::uint16_t>& overlap = maps_of_any(maps).overlap;
  CHECK(overlap[0] == 2);
  CHECK(overlap[1] == 1);
  CHECK(overlap[2] == 2);
  CHECK(overlap[3] == 0);
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

TEST_CASE("more cells of a technology than a raster of 16 bits can name are an error") {
  AccumulatedMaps world;
  std::vector<network::Cell>& cells = world.scenario.network.cells;
  cells.assign(65535, network::Cell(cells[0]));
  CHECK_NOTHROW(world.maps_of({-80.0F}, {-90.0F}));
  cells.push_back(network::Cell(cells[0]));
  CHECK_THROWS_AS(world.maps_of({-80.0F}, {-90.0F}), std::length_error);
}

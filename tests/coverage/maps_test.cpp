#include "sim/coverage/maps.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <tbb/global_control.h>

#include <cmath>
#include <limits>
#include <map>

#include "sim/coverage/coverage.h"
#include "sim/coverage/interference_groups.h"
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

namespace {

/// Masts of two operators with three sectors each of 2G, 3G, 4G and 5G, two channels of 4G that overlap, on hills.
scenario::Scenario loaded_network() {
  auto scenario = empty_scenario();
  scenario.options.coverage.technologies.assign(network::kTechnologies.begin(), network::kTechnologies.end());
  scenario.options.propagation.max_range_km = {{6.0, 4.0, 5.0, 3.0}};
  scenario.options.service.raster_operators = {"A", "any"};
  const network::PerTechnology<double> frequency_mhz{{947.5, 2140.0, 1842.5, 3500.0}};
  const network::PerTechnology<double> bandwidth_mhz{{0.2, 5.0, 20.0, 100.0}};
  for (int mast = 0; mast < 8; ++mast) {
    const std::string id = std::to_string(mast);
    const gis::MapPoint place = at(1500.0 + 1300.0 * mast, 2000.0 + 3100.0 * (mast % 3));
    const std::size_t site = add_site(scenario, id, place, mast % 2 == 0 ? "A" : "B");
    for (const Technology technology : network::kTechnologies) {
      for (const int azimuth_deg : {0, 120, 240}) {
        network::Cell& cell =
            add_cell(scenario, fmt::format("{}{}{}", id, name_of(technology), azimuth_deg), site, technology);
        cell.frequency_mhz = frequency_mhz[technology];
        cell.bandwidth_mhz = bandwidth_mhz[technology];
        cell.subcarrier_khz = 30.0;
        cell.reference_power_offset_db = technology == Technology::k2G ? 0.0 : -10.0;
        if (technology == Technology::k4G && mast % 4 == 0) cell.frequency_mhz += 15.0;
        if (azimuth_deg == 120) cell.load = 0.1 * mast;
        cell.antenna = {.pattern = propagation::ParametricPattern{.beamwidth_h_deg = 65.0, .beamwidth_v_deg = 7.0},
                        .azimuth_deg = static_cast<double>(azimuth_deg),
                        .electrical_tilt_deg = 3.0};
      }
    }
  }
  return scenario;
}

}  // namespace

TEST_CASE("SINR and throughput of a hamlet are those of the map where it stands") {
  auto scenario = loaded_network();
  scenario.options.service.operators = {"A", "any"};
  for (int i = 0; i < 12; ++i)
    add_hamlet(scenario, fmt::format("H{}", i), at(1050 + 900 * i, 3050 + 500 * (i % 5)));
  const gis::Terrain terrain = flat_terrain();
  progress::Progress progress;
  const CoverageResult hamlets = compute_coverage(scenario, terrain, {}, progress);
  const CoverageMaps maps = map_of(scenario, terrain);
  REQUIRE(hamlets.operators == std::vector<std::string>{"A", "any"});
  int compared = 0;
  for (std::size_t column = 0; column < 2; ++column) {
    for (const TechnologyMaps& map : maps.operators[column].technologies) {
      for (std::size_t h = 0; h < scenario.network.hamlets.size(); ++h) {
        const auto [x_m, y_m] = scenario.network.hamlets[h].position;
        const std::size_t k = maps.grid.index(static_cast<int>((x_m - maps.grid.left_m) / 100.0),
                                              static_cast<int>((maps.grid.top_m - y_m) / 100.0));
        const TechnologyVerdict& verdict = hamlets.verdicts[column][h].by_technology[map.technology];
        REQUIRE(verdict.sinr_db.has_value() == !std::isnan(map.sinr_db[k]));
        if (!verdict.sinr_db) continue;
        ++compared;
        CHECK(std::abs(double{map.sinr_db[k]} - *verdict.sinr_db) < 0.1);
        if (!map.throughput_mbps.empty() && verdict.throughput_mbps)
          CHECK(std::abs(double{map.throughput_mbps[k]} - *verdict.throughput_mbps) < 0.5);
      }
    }
  }
  CHECK(compared > 60);
}

TEST_CASE("SINR of a map is what all levels together give, to 0.01 dB") {
  const auto scenario = loaded_network();
  const gis::Terrain terrain = hills();
  const CoverageMaps maps = map_of(scenario, terrain);
  // Each cell by itself gives its levels exactly as the maps have them.
  const InterferenceGroups groups(scenario.network, scenario.options.service);
  const std::size_t places = maps.grid.cell_count();
  std::vector<std::vector<double>> sums_mw(groups.count(), std::vector<double>(places, 0.0));
  for (std::size_t i = 0; i < scenario.network.cells.size(); ++i) {
    auto alone = scenario;
    // The others of its mast stay, so that the same rays are followed, and cannot be heard.
    std::erase_if(alone.network.cells,
                  [&](const network::Cell& cell) { return cell.site != scenario.network.cells[i].site; });
    for (network::Cell& cell : alone.network.cells)
      cell.eirp_dbm = cell.cell_id == scenario.network.cells[i].cell_id ? cell.eirp_dbm : -400.0;
    alone.options.coverage.quality = false;
    const auto technology = index_of(scenario.network.cells[i].technology);
    const std::vector<float> level_dbm = map_of(alone, terrain).operators.at(1).technologies.at(technology).level_dbm;
    for (std::size_t k = 0; k < places; ++k) {
      if (!std::isnan(level_dbm[k]))
        sums_mw[groups.group_of(i)][k] += groups.factor(i) * std::pow(10.0, double{level_dbm[k]} / 10.0);
    }
  }
  std::map<std::string, std::size_t> cell_of_id;
  for (std::size_t i = 0; i < scenario.network.cells.size(); ++i)
    cell_of_id[scenario.network.cells[i].cell_id] = i;
  for (const TechnologyMaps& map : maps.operators.at(1).technologies) {
    double worst_db = 0.0;
    std::size_t compared = 0;
    for (std::size_t k = 0; k < places; ++k) {
      if (map.best_server[k] == 0) continue;
      const double sinr_db = groups.sinr_db(cell_of_id.at(map.legend.at(map.best_server[k])),
                                            std::pow(10.0, double{map.level_dbm[k]} / 10.0),
                                            [&](std::size_t group) { return sums_mw[group][k]; });
      worst_db = std::max(worst_db, std::abs(sinr_db - double{map.sinr_db[k]}));
      ++compared;
    }
    CHECK(compared > 1000);
    CHECK(worst_db < 0.01);
  }
}

TEST_CASE("one thread and two give the same quality to the last bit") {
  const auto scenario = loaded_network();
  const gis::Terrain terrain = hills();
  const auto quality_with = [&](std::size_t threads) {
    const tbb::global_control control(tbb::global_control::max_allowed_parallelism, threads);
    std::vector<float> values;
    for (const OperatorMaps& of_operator : map_of(scenario, terrain).operators) {
      for (const TechnologyMaps& map : of_operator.technologies) {
        values.insert(values.end(), map.sinr_db.begin(), map.sinr_db.end());
        values.insert(values.end(), map.throughput_mbps.begin(), map.throughput_mbps.end());
      }
    }
    for (float& value : values)
      value = std::isnan(value) ? 1000.0F : value;
    return values;
  };
  const std::vector<float> one = quality_with(1);
  CHECK(one.size() == 2 * 6 * terrain.grid().cell_count());
  CHECK(one == quality_with(2));
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

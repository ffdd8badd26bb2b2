#include "sim/planning/matrix/site_reach.h"

#include <doctest/doctest.h>

#include "sim/coverage/transmitters.h"
#include "tests/coverage/tiny_world.h"
#include "tests/planning/stop_at_once.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;
using network::Technology;

namespace {

/// A mast of 40 m with a cell of 4G at 900 MHz on flat ground, 5 km of range, free space, and points in need where a
/// test puts them. A level of −110 dBm is enough for half of the places.
class ReachWorld {
 public:
  ReachWorld() {
    scenario.options.propagation.settings.model = propagation::Model::kFreeSpace;
    scenario.options.propagation.max_range_km[Technology::k3G] = 5.0;
    scenario.options.propagation.max_range_km[Technology::k4G] = 5.0;
    scenario.options.service.location_probability = 0.5;
    scenario.options.plan.target.technologies = {Technology::k3G, Technology::k4G};
    add_cell(scenario, "C", add_site(scenario, "S", at(1000, 6000)), Technology::k4G);
    frequencies[Technology::k4G] = {{.technology = Technology::k4G, .frequency_mhz = 900.0}};
  }

  scenario::Scenario scenario = empty_scenario();
  gis::Terrain terrain = flat_terrain();
  Need need;
  network::PerTechnology<std::vector<network::Cell>> frequencies;

  void add_point(double east_m, const std::vector<Technology>& served_today = {}) {
    need.points.push_back({.x_m = at(1000 + east_m, 6000).x_m, .y_m = at(0, 6000).y_m, .weight = 1.0});
    need.service.emplace_back();
    for (const Technology technology : served_today)
      need.service.back()[technology] = true;
  }

  SiteReach reach(const progress::Progress& progress = {}) const {
    std::vector<std::size_t> off_terrain;
    const auto transmitters = coverage::transmitters_on_air(
        scenario.network, terrain, scenario.options.plan.target.technologies, scenario.options, off_terrain);
    const coverage::PointPathLoss paths(terrain, scenario.options);
    const coverage::ServiceQuality quality(terrain, scenario.options);
    return site_reach({.scenario = scenario,
                       .terrain = terrain,
                       .need = need,
                       .cells = scenario.network.cells,
                       .paths = paths,
                       .quality = quality,
                       .frequencies = frequencies},
                      transmitters.at(0), progress);
  }

  std::vector<int> points(Technology technology = Technology::k4G) const { return reach().points[technology]; }

  /// The least EIRP that reaches every point, to a thousandth of a dB.
  double least_eirp_dbm() {
    double low = -200.0, high = 200.0;
    while (high - low > 1e-3) {
      scenario.network.cells[0].eirp_dbm = 0.5 * (low + high);
      (points().size() == need.points.size() ? high : low) = 0.5 * (low + high);
    }
    return high;
  }
};

using Points = std::vector<int>;

}  // namespace

TEST_CASE("a point is reached from the level up that is enough") {
  ReachWorld world;
  world.add_point(4000.0);
  // −110 + 92.4 + 20 log(0.9 · 4)
  CHECK(world.least_eirp_dbm() == doctest::Approx(-6.474).epsilon(0.001));
}

TEST_CASE("points in range alone are looked at, those as far as the range among them") {
  ReachWorld world;
  for (const double east_m : {4999.0, 5000.0, 5001.0})
    world.add_point(east_m);
  CHECK(world.points() == Points{0, 1});
  CHECK(world.reach().pairs == 2);
}

TEST_CASE("a point that the bound rules out gets no exact path") {
  ReachWorld world;
  world.add_point(4000.0);
  world.scenario.network.cells[0].eirp_dbm = -6.474 - 10.0 - 0.1;  // the bound is 10 dB below free space
  CHECK(world.reach().pairs == 1);
  CHECK(world.reach().exact_paths == 0);
  world.scenario.network.cells[0].eirp_dbm += 0.2;
  CHECK(world.reach().exact_paths == 1);
  CHECK(world.points().empty());
}

TEST_CASE("a path too short for a model is always exact") {
  ReachWorld world;
  world.add_point(249.0);
  world.add_point(251.0);
  world.scenario.network.cells[0].eirp_dbm = -200.0;
  CHECK(world.reach().exact_paths == 1);
}

TEST_CASE(
    "the level has to do for every frequency that the technology has, so that any cell may become the strongest") {
  ReachWorld world;
  world.scenario.options.service.location_probability = 0.9;
  world.scenario.options.service.model_sigma_db = 0.0;
  world.add_point(4000.0);
  const double alone_dbm = world.least_eirp_dbm();
  world.frequencies[Technology::k4G].push_back({.technology = Technology::k4G, .frequency_mhz = 3500.0});
  // σ_L is in the ratio of 0.024 · 3.5 + 0.52 to 0.024 · 0.9 + 0.52, 1.115 (P.1812, Eq. 64).
  CHECK(world.least_eirp_dbm() + 6.474 == doctest::Approx(1.115 * (alone_dbm + 6.474)).epsilon(0.002));
}

TEST_CASE("where all technologies are asked for a point wants those that it lacks") {
  ReachWorld world;
  world.scenario.options.plan.combine = scenario::Combine::kAll;
  world.add_point(1000.0, {Technology::k4G});
  world.add_point(2000.0, {Technology::k3G});
  CHECK(world.points() == Points{1});
}

TEST_CASE("where any technology is enough a point wants nothing once one of the target's serves it") {
  ReachWorld world;
  world.scenario.options.plan.combine = scenario::Combine::kAny;
  world.add_point(1000.0, {Technology::k3G});
  world.add_point(2000.0, {Technology::k2G});
  CHECK(world.points() == Points{1});
}

TEST_CASE("each technology reaches by its own strongest cell") {
  ReachWorld world;
  world.frequencies[Technology::k3G] = {{.technology = Technology::k3G, .frequency_mhz = 900.0}};
  world.scenario.options.service.threshold_dbm[Technology::k3G] = -100.0;
  world.add_point(4000.0);
  world.scenario.network.cells[0].eirp_dbm = 0.0;
  add_cell(world.scenario, "weak", 0, Technology::k3G, 0.0);
  CHECK(world.points(Technology::k4G) == Points{0});
  CHECK(world.points(Technology::k3G).empty());  // 10 dB more are asked for
  add_cell(world.scenario, "strong", 0, Technology::k3G, 4.0);
  CHECK(world.points(Technology::k3G) == Points{0});
}

TEST_CASE("a directed cell does not reach behind itself") {
  ReachWorld world;
  world.add_point(4000.0);
  network::Cell& cell = world.scenario.network.cells[0];
  cell.eirp_dbm = 0.0;
  cell.antenna.pattern = propagation::ParametricPattern{.beamwidth_h_deg = 65.0, .beamwidth_v_deg = 60.0};
  cell.antenna.azimuth_deg = 90.0;
  CHECK(world.points() == Points{0});
  cell.antenna.azimuth_deg = 270.0;
  CHECK(world.points().empty());
}

TEST_CASE("a search that is asked to stop throws") {
  ReachWorld world;
  world.add_point(4000.0);
  CHECK_THROWS_AS(world.reach(StopAtOnce()), progress::Stopped);
}

#include "sim/coverage/transmitters.h"

#include <doctest/doctest.h>

#include "sim/coverage/operator_columns.h"
#include "tests/coverage/tiny_world.h"

using namespace phusong;
using namespace phusong::coverage;
using namespace phusong::tests;
using network::Technology;

namespace {

std::vector<Transmitter> transmitters_of(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                         std::vector<std::size_t>& off) {
  return transmitters_on_air(scenario.network, terrain, {Technology::k2G, Technology::k4G}, scenario.options, off);
}

}  // namespace

TEST_CASE("cells on one mast at one height share a transmitter, a frequency once, the furthest first") {
  auto scenario = empty_scenario();
  const auto site = add_site(scenario, "S", at(6000, 6000));
  add_cell(scenario, "4G-1", site, Technology::k4G).frequency_mhz = 1842.5;
  add_cell(scenario, "4G-2", site, Technology::k4G).frequency_mhz = 1842.5;
  add_cell(scenario, "2G-1", site, Technology::k2G);
  add_cell(scenario, "3G-1", site, Technology::k3G);  // not computed
  add_cell(scenario, "4G-low", site, Technology::k4G).antenna_height_agl_m = 20.0;
  std::vector<std::size_t> off;
  const auto transmitters = transmitters_of(scenario, flat_terrain(), off);
  REQUIRE(transmitters.size() == 2);
  const Transmitter& high = transmitters[1];
  CHECK(high.antenna_height_agl_m == 40.0);
  CHECK(high.frequencies_mhz == std::vector{900.0, 1842.5});
  CHECK(high.cells.size() == 3);
  CHECK(high.frequencies_within(19000).size() == 2);
  CHECK(high.frequencies_within(20000).size() == 2);  // a limit is inside
  CHECK(high.frequencies_within(25000).size() == 1);
  CHECK(high.frequencies_within(30001).empty());
}

TEST_CASE("sites off the terrain, switched off or only planned contribute nothing") {
  auto scenario = empty_scenario();
  add_cell(scenario, "off-terrain", add_site(scenario, "S1", at(-9000, 0)), Technology::k4G);
  add_cell(scenario, "off", add_site(scenario, "S2", at(6000, 6000)), Technology::k4G);
  add_cell(scenario, "planned", add_site(scenario, "S3", at(6000, 6000)), Technology::k4G);
  scenario.network.sites[1].status = network::SiteStatus::kOff;
  scenario.network.sites[2].status = network::SiteStatus::kPlanned;
  std::vector<std::size_t> off;
  CHECK(transmitters_of(scenario, flat_terrain(), off).empty());
  CHECK(off == std::vector<std::size_t>{0});
  scenario.network.include_planned = true;
  off.clear();
  CHECK(transmitters_of(scenario, flat_terrain(), off).size() == 1);
}

TEST_CASE("5G is computed beside the three others where there are 5G cells, else only where asked for") {
  auto scenario = empty_scenario();
  const auto site = add_site(scenario, "S", at(0, 0));
  CHECK(computed_technologies(scenario.network, scenario.options).size() == 3);
  add_cell(scenario, "5G-1", site, Technology::k5G);
  CHECK(computed_technologies(scenario.network, scenario.options).size() == 4);
  scenario::Options& options = scenario.options;
  options.coverage.technologies = {Technology::k4G};
  options.plan.target.technologies = {Technology::k4G};
  CHECK(computed_technologies(scenario.network, options) == std::vector{Technology::k4G});
}

TEST_CASE("the technologies of the target are computed even where they are not asked for") {
  auto scenario = empty_scenario();
  scenario::Options& options = scenario.options;
  options.coverage.technologies = {Technology::k2G};
  options.plan.target.technologies = {Technology::k4G};
  CHECK(computed_technologies(scenario.network, options) == std::vector{Technology::k2G, Technology::k4G});
}

TEST_CASE("without names there is a column an operator and their union last") {
  auto scenario = empty_scenario();
  add_site(scenario, "S1", at(0, 0), "B");
  add_site(scenario, "S2", at(0, 0), "A");
  const OperatorColumns all = verdict_columns(scenario.network, {});
  CHECK(all.names == std::vector<std::string>{"A", "B", "any"});
  CHECK(all.columns_of_site[0] == std::vector<std::size_t>{1, 2});
  CHECK(verdict_columns(scenario.network, {.operators = {"A"}}).names == std::vector<std::string>{"A"});
  const OperatorColumns any = verdict_columns(scenario.network, {.operators = {"any"}});
  CHECK(any.columns_of_site[1] == std::vector<std::size_t>{0});
}

TEST_CASE("several names without any get the union of those names") {
  auto scenario = empty_scenario();
  for (const char* name : {"A", "B", "C"})
    add_site(scenario, name, at(0, 0), name);
  const OperatorColumns columns = verdict_columns(scenario.network, {.operators = {"C", "A"}});
  CHECK(columns.names == std::vector<std::string>{"C", "A", "any"});
  CHECK(columns.columns_of_site[1].empty());
}

TEST_CASE("spread over the map every transmitter is there once, and antennas of one mast stay together") {
  for (const std::size_t masts : {0, 1, 2, 3, 7, 20, 21}) {
    std::vector<Transmitter> transmitters;
    for (std::size_t mast = 0; mast < masts; ++mast) {
      for (const double height_m : {20.0, 40.0}) {
        transmitters.push_back({.site = mast,
                                .position = at(1000.0 * static_cast<double>(mast), 0.0),
                                .antenna_height_agl_m = height_m,
                                .carrier_range_m = {5000.0}});
      }
    }
    const std::vector<Transmitter> found = spread_over_map(transmitters);
    REQUIRE(found.size() == transmitters.size());
    std::vector<int> times(masts, 0);
    for (std::size_t i = 0; i < found.size(); i += 2) {
      CHECK(found[i].site == found[i + 1].site);
      CHECK(found[i].antenna_height_agl_m == 20.0);
      ++times[found[i].site];
    }
    CHECK(times == std::vector<int>(masts, 1));
  }
}

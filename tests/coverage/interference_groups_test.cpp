#include "sim/coverage/interference_groups.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>

#include "propagation/units.h"
#include "tests/coverage/tiny_world.h"

using namespace phusong;
using namespace phusong::coverage;
using namespace phusong::tests;
using network::Technology;
using propagation::power_ratio_from_db;

namespace {

/// Cells heard at one place; the first serves.
class HeardCells {
 public:
  scenario::Scenario scenario = empty_scenario();

  /// Adds a cell with this level, of 4G at 1842.5 MHz and 20 MHz unless changed afterwards.
  network::Cell& hear(double level_dbm, const std::string& operator_name = "A",
                      Technology technology = Technology::k4G) {
    levels_dbm_.push_back(level_dbm);
    const std::string id = std::to_string(levels_dbm_.size());
    network::Cell& cell = add_cell(scenario, id, add_site(scenario, id, at(0, 0), operator_name), technology);
    cell.frequency_mhz = technology == Technology::k2G ? 947.5 : technology == Technology::k3G ? 2140.0 : 1842.5;
    cell.bandwidth_mhz = technology == Technology::k2G ? 0.2 : technology == Technology::k3G ? 5.0 : 20.0;
    if (technology == Technology::k3G) cell.reference_power_offset_db = -10.0;
    return cell;
  }

  double sinr_db(std::size_t cell = 0) const {
    const InterferenceGroups groups(scenario.network, scenario.options.service);
    std::vector<double> sums_mw(groups.count(), 0.0);
    for (std::size_t i = 0; i < levels_dbm_.size(); ++i) {
      if (groups.group_of(i) == InterferenceGroups::kNone) continue;
      sums_mw[groups.group_of(i)] += groups.factor(i) * power_ratio_from_db(levels_dbm_[i]);
    }
    return groups.sinr_db(cell, power_ratio_from_db(levels_dbm_[cell]), [&](std::size_t g) { return sums_mw[g]; });
  }

 private:
  std::vector<double> levels_dbm_;
};

}  // namespace

TEST_CASE("a 4G cell alone stands against the noise of a resource element") {
  HeardCells heard;
  heard.hear(-90.0);
  CHECK(heard.sinr_db() == doctest::Approx(35.23909).epsilon(1e-6));
}

TEST_CASE("neighbours of the same channel interfere with their load, each with its own where it has one") {
  HeardCells heard;
  heard.hear(-90.0);
  heard.hear(-100.0);
  CHECK(heard.sinr_db() == doctest::Approx(12.98438).epsilon(1e-6));
  heard.hear(-95.0).load = 0.2;
  CHECK(heard.sinr_db() == doctest::Approx(9.44833).epsilon(1e-6));
  CHECK(InterferenceGroups(heard.scenario.network, heard.scenario.options.service).count() == 1);
}

TEST_CASE("a channel that overlaps by a quarter interferes by a quarter") {
  HeardCells heard;
  heard.hear(-90.0);
  heard.hear(-100.0).frequency_mhz = 1857.5;
  CHECK(heard.sinr_db() == doctest::Approx(18.92814).epsilon(1e-6));
  HeardCells apart;
  apart.hear(-90.0);
  apart.hear(-100.0).frequency_mhz = 1862.5;
  CHECK(apart.sinr_db() == doctest::Approx(35.23909).epsilon(1e-6));
}

TEST_CASE("the noise of a 5G resource element is that of its subcarrier") {
  HeardCells heard;
  for (const double level_dbm : {-85.0, -100.0})
    heard.hear(level_dbm, "A", Technology::k5G).subcarrier_khz = 30.0;
  CHECK(heard.sinr_db() == doctest::Approx(17.95862).epsilon(1e-6));
}

TEST_CASE("a 3G pilot stands against its own cell as well, and a cell never radiates less than its pilot") {
  HeardCells heard;
  heard.hear(-80.0, "A", Technology::k3G);
  CHECK(heard.sinr_db() == doctest::Approx(-6.99635).epsilon(1e-6));
  heard.hear(-86.0, "A", Technology::k3G).load = 0.05;
  CHECK(heard.sinr_db() == doctest::Approx(-7.20891).epsilon(1e-6));
}

TEST_CASE("2G neighbours in the band interfere by the reuse, on whatever channel") {
  HeardCells heard;
  heard.hear(-70.0, "A", Technology::k2G);
  heard.hear(-75.0, "A", Technology::k2G);
  heard.hear(-80.0, "A", Technology::k2G).frequency_mhz = 955.0;
  heard.hear(-60.0, "A", Technology::k2G).frequency_mhz = 1842.5;
  CHECK(heard.sinr_db() == doctest::Approx(14.59351).epsilon(1e-6));
}

TEST_CASE("operators and technologies do not interfere with each other, and masts off air with nobody") {
  HeardCells heard;
  heard.hear(-90.0);
  const double alone_db = heard.sinr_db();
  heard.hear(-60.0, "B");
  heard.hear(-60.0, "A", Technology::k5G);
  heard.hear(-60.0);
  heard.scenario.network.sites.back().status = network::SiteStatus::kOff;
  CHECK(heard.sinr_db() == alone_db);
}

TEST_CASE("without load nothing but noise is left") {
  HeardCells heard;
  heard.scenario.options.service.load = 0.0;
  for (const double level_dbm : {-90.0, -91.0, -92.0})
    heard.hear(level_dbm);
  CHECK(heard.sinr_db() == doctest::Approx(35.23909).epsilon(1e-6));
}

TEST_CASE("throughput is that of the cell's own bandwidth, and 4G's and 5G's alone") {
  HeardCells heard;
  heard.hear(-90.0);
  heard.hear(-90.0).bandwidth_mhz = 7.0;
  heard.hear(-90.0, "A", Technology::k3G);
  const InterferenceGroups groups(heard.scenario.network, heard.scenario.options.service);
  CHECK(*groups.throughput_mbps(0, 12.9844) == doctest::Approx(47.34852).epsilon(1e-5));
  CHECK_FALSE(groups.throughput_mbps(1, 12.9844).has_value());
  CHECK_FALSE(groups.throughput_mbps(2, 12.9844).has_value());
}

TEST_CASE("another cell never raises SINR, and without it SINR is what it was") {
  CHECK(rc::check([] {
    const auto technology =
        *rc::gen::elementOf(std::vector(network::kTechnologies.begin(), network::kTechnologies.end()));
    const auto level_dbm = [] { return -0.1 * *rc::gen::inRange(400, 1500); };
    HeardCells heard;
    const int cells = *rc::gen::inRange(1, 6);
    for (int i = 0; i < cells; ++i)
      heard.hear(level_dbm(), "A", technology).load = 0.1 * *rc::gen::inRange(0, 11);
    const double before_db = heard.sinr_db();
    network::Cell& more = heard.hear(level_dbm(), "A", technology);
    more.load = 0.1 * *rc::gen::inRange(0, 11);
    more.frequency_mhz += *rc::gen::inRange(-25, 26);
    const double with_db = heard.sinr_db();
    RC_ASSERT(with_db <= before_db + 1e-9);
    heard.scenario.network.sites.back().status = network::SiteStatus::kOff;
    RC_ASSERT(heard.sinr_db() == before_db);
  }));
}

TEST_CASE("cells below the level from which they are counted take at most 0.01 dB together") {
  CHECK(rc::check([] {
    const auto technology =
        *rc::gen::elementOf(std::vector(network::kTechnologies.begin(), network::kTechnologies.end()));
    const int neighbours = *rc::gen::inRange(1, 40);
    // The levels depend on the number of cells alone.
    HeardCells probe;
    for (int i = 0; i <= neighbours; ++i)
      probe.hear(-90.0, "A", technology);
    const InterferenceGroups groups(probe.scenario.network, probe.scenario.options.service);
    HeardCells heard, alone;
    const double serving_dbm = -0.1 * *rc::gen::inRange(600, 1400);
    heard.hear(serving_dbm, "A", technology);
    alone.hear(serving_dbm, "A", technology);
    for (int i = 1; i <= neighbours; ++i)
      heard.hear(groups.least_counted_dbm(static_cast<std::size_t>(i)) - 1e-9, "A", technology);
    RC_ASSERT(alone.sinr_db() - heard.sinr_db() < 0.01);
    RC_ASSERT(heard.sinr_db() <= alone.sinr_db());
  }));
}

#include "sim/analysis/link/hop_link.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "sim/planning/backhaul/microwave_link.h"
#include "tests/analysis/link/link_world.h"

using namespace phusong;
using analysis::LinkRemarkKind;
using tests::number_named;

namespace {

/// Two masts of 40 m, 10 km from each other, over plain ground with a ridge in the middle.
struct HopWorld {
  explicit HopWorld(float ridge_m)
      : terrain(tests::make_terrain(
            121, 100.0, [=](double x_m, double) { return x_m > 5700.0 && x_m < 6300.0 ? 100.0F + ridge_m : 100.0F; })) {
    tests::add_site(scenario, "A", tests::at(1000.0, 6000.0));
    tests::add_site(scenario, "B", tests::at(11000.0, 6000.0));
  }

  analysis::LinkBudget hop() const { return analysis::hop_link(scenario, terrain, {.from = 0, .to = 1}); }

  scenario::Scenario scenario = tests::empty_scenario();
  gis::Terrain terrain;
};

bool says(const analysis::LinkBudget& budget, LinkRemarkKind kind) {
  return std::ranges::find(budget.remarks, kind, &analysis::LinkRemark::kind) != budget.remarks.end();
}

}  // namespace

TEST_CASE("the lines of a hop add up to the received level, and the fade margin is what is over the threshold") {
  const analysis::LinkBudget budget = HopWorld(0.0F).hop();
  double sum_dbm = 0.0;
  for (const analysis::LinkTerm& term : budget.terms)
    if (term.group == analysis::LinkTermGroup::kBudget && term.sign != 0) sum_dbm += term.sign * number_of(term);
  CHECK(sum_dbm == doctest::Approx(number_named(budget, "rx_level_dbm")).epsilon(1e-12));
  // 27 + 2 (36 − 1) − 92.4 − 20 log10(7.5 · 10)
  CHECK(sum_dbm == doctest::Approx(27.0 + 70.0 - 92.4 - 37.5).epsilon(2e-3));
  CHECK(number_named(budget, "fade_margin_db") == doctest::Approx(sum_dbm + 72.0));
}

TEST_CASE("a hop that works has the values that the planner gives its link") {
  HopWorld world(0.0F);
  world.scenario.options.backhaul.availability_percent = 99.9;
  const analysis::LinkBudget budget = world.hop();
  CHECK(says(budget, LinkRemarkKind::kHopWorks));
  planning::MicrowaveEngine engine(world.terrain, world.scenario.options);
  const auto node = [&](std::size_t i) {
    const network::Site& site = world.scenario.network.sites[i];
    return planning::BackhaulNode{
        .id = site.site_id, .position = site.position, .lon_lat = site.lon_lat, .mast_height_m = site.mast_height_m};
  };
  const auto link = engine.link(node(0), node(1));
  REQUIRE(link);
  CHECK(number_named(budget, "clearance_m") == link->clearance_m);
  CHECK(number_named(budget, "fade_margin_db") == link->fade_margin_db);
  CHECK(number_named(budget, "rain_db") == link->rain_db);
  CHECK(number_named(budget, "multipath_percent") == link->multipath_percent);
  CHECK(number_named(budget, "availability_percent") == link->availability_percent);
}

TEST_CASE("the clearance over a ridge is that worked out by hand, at both k") {
  const float ridge_m = 10.0F;
  const analysis::LinkBudget budget = HopWorld(ridge_m).hop();
  for (const auto& [k, name] : {std::pair(4.0 / 3.0, "clearance_4_3_m"), std::pair(2.0 / 3.0, "clearance_2_3_m")}) {
    const double bulge_m = 5.0 * 5.0 * 1000.0 / (2.0 * k * 6371.0);
    const double zone_m = 0.6 * 17.3 * std::sqrt(5.0 * 5.0 / (7.5 * 10.0));
    CHECK(number_named(budget, name) == doctest::Approx(38.0 - bulge_m - 10.0 - 15.0 - zone_m).epsilon(0.01));
  }
  REQUIRE(budget.profiles.size() == 2);
  CHECK(budget.profiles[0].k_factor == doctest::Approx(4.0 / 3.0));
  CHECK(budget.profiles[1].k_factor == doctest::Approx(2.0 / 3.0));
  CHECK(budget.profiles[1].obstacle->over_ray_m > budget.profiles[0].obstacle->over_ray_m);
  CHECK(budget.profiles[0].samples[budget.profiles[0].obstacle->sample].distance_km ==
        doctest::Approx(5.0).epsilon(0.07));
}

TEST_CASE("a hop that the planner would not build is computed, and says why") {
  HopWorld hidden(60.0F);
  CHECK(says(hidden.hop(), LinkRemarkKind::kHopNotClear));
  CHECK_FALSE(says(hidden.hop(), LinkRemarkKind::kHopWorks));
  HopWorld far(0.0F);
  far.scenario.options.backhaul.max_hop_km = 9.0;
  CHECK(says(far.hop(), LinkRemarkKind::kHopTooLong));
  HopWorld weak(0.0F);
  weak.scenario.options.backhaul.tx_power_dbm = -60.0;
  CHECK(says(weak.hop(), LinkRemarkKind::kHopNotAvailable));
  CHECK(number_named(weak.hop(), "fade_margin_db") < 0.0);
}

TEST_CASE("two masts at one place and one without room for an antenna are no hop") {
  HopWorld world(0.0F);
  world.scenario.network.sites[1].mast_height_m = 2.0;
  CHECK_THROWS_AS(world.hop(), std::invalid_argument);
  CHECK_THROWS_AS(analysis::hop_link(world.scenario, world.terrain, {.from = 0, .to = 0}), std::invalid_argument);
}

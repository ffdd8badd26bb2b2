#include "sim/analysis/link/link_budget.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "sim/coverage/coverage.h"
#include "tests/analysis/link/link_world.h"

using namespace phusong;
using tests::number_named;

namespace {

double budget_sum(const analysis::LinkBudget& budget) {
  double sum = 0.0;
  for (const analysis::LinkTerm& term : budget.terms)
    if (term.group == analysis::LinkTermGroup::kBudget && term.sign != 0) sum += term.sign * number_of(term);
  return sum;
}

bool has_remark(const analysis::LinkBudget& budget, analysis::LinkRemarkKind kind) {
  return std::ranges::find(budget.remarks, kind, &analysis::LinkRemark::kind) != budget.remarks.end();
}

}  // namespace

TEST_CASE("the lines of a budget add up to the level, outdoors and indoors, for every model") {
  scenario::Scenario scenario = tests::link_scenario();
  const gis::Terrain terrain = tests::hills();
  for (const propagation::Model model : propagation::kModels) {
    for (const bool indoor : {false, true}) {
      for (const std::size_t hamlet : {0U, 1U}) {
        scenario.options.propagation.settings.model = model;
        scenario.options.service.indoor = indoor;
        const auto budget = analysis::cell_link(scenario, terrain, {.cell = 0, .hamlet = hamlet});
        CHECK(budget_sum(budget) == doctest::Approx(number_named(budget, "level_dbm")).epsilon(1e-12));
        CHECK(number_named(budget, "eirp_dbm") == 62.5);
        const double loss_db = number_named(budget, "free_space_loss_db") + number_named(budget, "excess_loss_db");
        CHECK(loss_db == doctest::Approx(number_named(budget, "path_loss_db")).epsilon(1e-12));
      }
    }
  }
}

TEST_CASE("a calibration is a line of the budget, and the lines add up as well") {
  scenario::Scenario scenario = tests::link_scenario();
  const gis::Terrain terrain = tests::hills();
  const double before_dbm = number_named(analysis::cell_link(scenario, terrain, {.cell = 0, .hamlet = 0}), "level_dbm");
  scenario.options.propagation.calibration = "calibration.toml";
  scenario.options.propagation.corrections.cell_db["S1-4G-1"] = -3.25;
  scenario.options.propagation.corrections.location_sigma_db = 4.5;
  const auto budget = analysis::cell_link(scenario, terrain, {.cell = 0, .hamlet = 0});
  CHECK(number_named(budget, "calibration_db") == -3.25);
  CHECK(number_named(budget, "level_dbm") == doctest::Approx(before_dbm - 3.25).epsilon(1e-12));
  CHECK(number_named(budget, "sigma_location_db") == 4.5);
  CHECK(budget_sum(budget) == doctest::Approx(number_named(budget, "level_dbm")).epsilon(1e-12));
}

TEST_CASE("a power given as EIRP is the first line, and the lines add up as well") {
  scenario::Scenario scenario = tests::link_scenario();
  scenario.network.cells[0].power.reset();
  const auto budget = analysis::cell_link(scenario, tests::hills(), {.cell = 0, .hamlet = 0});
  CHECK(budget.terms.front().name == "eirp_dbm");
  CHECK(budget_sum(budget) == doctest::Approx(number_named(budget, "level_dbm")).epsilon(1e-12));
}

TEST_CASE("the levels at the points are to the last bit those that coverage keeps") {
  const scenario::Scenario scenario = tests::link_scenario();
  const gis::Terrain terrain = tests::hills();
  progress::Progress progress;
  const auto coverage = coverage::compute_coverage(scenario, terrain, {.keep_levels = true}, progress);
  std::size_t compared = 0;
  for (const coverage::PointLevel& kept : coverage.point_levels) {
    const auto budget =
        analysis::cell_link(scenario, terrain, {.cell = kept.cell, .hamlet = kept.hamlet, .point = kept.point});
    CHECK(number_named(budget, "level_dbm") == kept.level_dbm);
    CHECK(number_named(budget, "pattern_attenuation_db") == -kept.pattern_db);
    CHECK(number_named(budget, "departure_deg") == kept.departure_deg);
    CHECK(number_named(budget, "sigma_location_db") == kept.sigma_l_db);
    CHECK(number_named(budget, "path_loss_db") == kept.loss_db);
    const auto point = std::ranges::find(budget.points, kept.point, &analysis::LinkPoint::point);
    REQUIRE(point != budget.points.end());
    CHECK(point->level_dbm == kept.level_dbm);
    ++compared;
  }
  CHECK(compared > 19);
  const coverage::HamletVerdict& verdict = coverage.verdicts.back()[0];
  const auto centre = analysis::cell_link(scenario, terrain, {.cell = 0, .hamlet = 0});
  const auto& by_4g = verdict.by_technology[network::Technology::k4G];
  CHECK(number_named(centre, "level_dbm") == by_4g.level_dbm);
  CHECK(number_named(centre, "probability") == by_4g.probability);
}

TEST_CASE("P.1812's own loss among the values of the model is the path loss to the last bit") {
  scenario::Scenario scenario = tests::link_scenario();
  for (const double percent : {50.0, 10.0}) {
    scenario.options.propagation.settings.time_percent = percent;
    const auto budget = analysis::cell_link(scenario, tests::hills(), {.cell = 0, .hamlet = 0});
    CHECK(number_named(budget, "Lb_dB") == number_named(budget, "path_loss_db"));
    CHECK(number_named(budget, "Lbfs_dB") == number_named(budget, "free_space_loss_db"));
    CHECK(number_named(budget, "ae_km") == doctest::Approx(number_named(budget, "k_factor") * 6371.0).epsilon(1e-12));
  }
}

TEST_CASE("what is missing closes the gap to the probability that is asked for") {
  scenario::Scenario scenario = tests::link_scenario();
  scenario.options.service.threshold_dbm[network::Technology::k4G] = -60.0;
  const auto budget = analysis::cell_link(scenario, tests::hills(), {.cell = 0, .hamlet = 0});
  const double missing_db = number_named(budget, "missing_db");
  CHECK(missing_db > 0.0);
  CHECK(number_named(budget, "level_dbm") + missing_db ==
        doctest::Approx(number_named(budget, "covering_level_dbm")).epsilon(1e-12));
  const double z = (number_named(budget, "margin_db") + missing_db) / number_named(budget, "sigma_db");
  CHECK(0.5 * std::erfc(-z / std::sqrt(2.0)) == doctest::Approx(0.9).epsilon(1e-6));
}

TEST_CASE("a link that coverage leaves out is computed, and says so") {
  using analysis::LinkRemarkKind;
  scenario::Scenario scenario = tests::link_scenario();
  const gis::Terrain terrain = tests::hills();
  const auto whole = analysis::cell_link(scenario, terrain, {.cell = 0, .hamlet = 0});
  CHECK(whole.remarks.empty());
  scenario.options.propagation.max_range_km[network::Technology::k4G] = 2.0;
  scenario.network.sites[0].status = network::SiteStatus::kPlanned;
  const auto left_out = analysis::cell_link(scenario, terrain, {.cell = 0, .hamlet = 0});
  CHECK(has_remark(left_out, LinkRemarkKind::kBeyondRange));
  CHECK(has_remark(left_out, LinkRemarkKind::kOffAir));
  CHECK(number_named(left_out, "level_dbm") == number_named(whole, "level_dbm"));
}

TEST_CASE("a path shorter than a quarter of a kilometre and one over a void say so") {
  using analysis::LinkRemarkKind;
  scenario::Scenario scenario = tests::link_scenario();
  scenario.network.hamlets[0].position = tests::at(2100.0, 6100.0);
  const auto near = analysis::cell_link(scenario, tests::hills(), {.cell = 0, .hamlet = 0});
  CHECK(has_remark(near, LinkRemarkKind::kShortPath));
  const gis::Terrain with_void = tests::make_terrain(
      121, 100.0, [](double x_m, double) { return x_m > 4000.0 && x_m < 4400.0 ? std::nanf("") : 100.0F; });
  const auto over = analysis::cell_link(tests::link_scenario(), with_void, {.cell = 0, .hamlet = 0});
  CHECK(has_remark(over, LinkRemarkKind::kCrossesVoid));
}

TEST_CASE("the pattern is seen from true north, and its cuts pass through the direction of the link") {
  const scenario::Scenario scenario = tests::link_scenario();
  const auto budget = analysis::cell_link(scenario, tests::hills(), {.cell = 0, .hamlet = 0});
  REQUIRE(budget.pattern);
  const analysis::PatternView& view = *budget.pattern;
  REQUIRE(view.azimuth_cut_db.size() == 360);
  REQUIRE(view.elevation_cut_db.size() == 181);
  const double convergence_deg = scenario.crs.convergence_deg(scenario.network.sites[0].lon_lat);
  const double grid_deg = std::atan2(5000.0, 1000.0) * 180.0 / std::acos(-1.0);
  CHECK(view.direction.azimuth_deg == doctest::Approx(grid_deg + convergence_deg));
  CHECK(view.off_boresight_deg == doctest::Approx(grid_deg + convergence_deg - 80.0));
  CHECK(view.attenuation_db == doctest::Approx(number_named(budget, "pattern_attenuation_db")));
  const auto down = static_cast<std::size_t>(std::floor(view.direction.departure_deg) + 90.0);
  const auto [low, high] = std::minmax(view.elevation_cut_db[down], view.elevation_cut_db[down + 1]);
  CHECK(view.attenuation_db >= low - 1e-9);
  CHECK(view.attenuation_db <= high + 1e-9);
}

TEST_CASE("a link between two points has the loss of the path between them in both directions of free space") {
  scenario::Scenario scenario = tests::link_scenario();
  scenario.options.propagation.settings.model = propagation::Model::kFreeSpace;
  const gis::Terrain terrain = tests::flat_terrain();
  const gis::LonLat a = scenario.crs.to_lon_lat(tests::at(1000.0, 1000.0));
  const gis::LonLat b = scenario.crs.to_lon_lat(tests::at(4000.0, 5000.0));
  const auto there = analysis::point_link(
      scenario, terrain, {.from = a, .to = b, .from_height_m = 30.0, .to_height_m = 30.0, .frequency_mhz = 1000.0});
  const double by_hand_db = 92.4 + 20.0 * std::log10(1.0) + 20.0 * std::log10(5.0);
  CHECK(number_named(there, "path_loss_db") == doctest::Approx(by_hand_db).epsilon(1e-3));
  CHECK(number_named(there, "distance_km") == doctest::Approx(5.0).epsilon(1e-6));
  CHECK_FALSE(there.pattern);
  CHECK(there.points.empty());
}

TEST_CASE("an end off the terrain and a point that a hamlet does not have are refused") {
  scenario::Scenario scenario = tests::link_scenario();
  const gis::Terrain terrain = tests::hills();
  CHECK_THROWS_AS(analysis::cell_link(scenario, terrain, {.cell = 0, .hamlet = 0, .point = 99}), std::invalid_argument);
  scenario.network.sites[0].position = tests::at(-9000.0, 0.0);
  CHECK_THROWS_AS(analysis::cell_link(scenario, terrain, {.cell = 0, .hamlet = 0}), std::invalid_argument);
}

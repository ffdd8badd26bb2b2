#include "sim/analysis/uncertainty/coverage_odds.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <tbb/global_control.h>

#include <cmath>
#include <numbers>

#include "sim/analysis/signal_verdicts.h"
#include "sim/coverage/coverage.h"
#include "sim/coverage/service_quality.h"
#include "sim/coverage/verdict_rules.h"
#include "tests/coverage/tiny_world.h"

using namespace phusong;
using network::Technology;

namespace {

constexpr int kManyDraws = 40000;

/// A scenario with its coverage and the signals that errors can make matter.
struct UncertainWorld {
  gis::Terrain terrain = tests::flat_terrain();
  scenario::Scenario scenario = tests::empty_scenario();
  coverage::CoverageResult coverage{};

  UncertainWorld() {
    scenario.options.coverage.technologies = {Technology::k3G, Technology::k4G};
    scenario.options.plan.target.technologies = {Technology::k4G};
    scenario.options.service.model_sigma_db = 5.0;
  }

  /// An omnidirectional 4G mast.
  void add_mast(const std::string& id, gis::MapPoint position) {
    tests::add_cell(scenario, id + "-4G", tests::add_site(scenario, id, position), Technology::k4G, 30.0);
  }

  /// All weight on one cluster at its centre.
  void add_house(const std::string& id, gis::MapPoint position) {
    network::Hamlet& hamlet = tests::add_hamlet(scenario, id, position);
    hamlet.clusters = {{.lon_lat = hamlet.lon_lat, .position = position}};
  }

  void run() {
    progress::Progress progress;
    coverage = coverage::compute_coverage(scenario, terrain,
                                          {.signals_from_dbm = analysis::uncertain_levels_dbm(scenario)}, progress);
  }

  std::vector<analysis::CoverageOdds> odds(const std::vector<analysis::CellSet>& sets,
                                           analysis::DrawSettings settings = {.draws = kManyDraws, .seed = 1}) const {
    progress::Progress progress;
    return coverage_odds({scenario, terrain, coverage}, sets, settings, progress);
  }

  analysis::CellSet all_cells() const { return analysis::CellSet(scenario.network.cells.size(), true); }

  analysis::CoverageOdds odds() const { return odds({all_cells()}).front(); }

  /// The level of a cell at a point, counted over all hamlets.
  double level_dbm(std::size_t point, std::size_t cell) const {
    for (const coverage::PointSignal& signal : coverage.signals.of_point(point))
      if (signal.cell == cell) return signal.level_dbm;
    return -1e9;
  }

  double probability(std::size_t point, std::size_t cell) const {
    return coverage::ServiceQuality(terrain, scenario.options)
        .probability(scenario.network.cells[cell], coverage.points[point].position(), level_dbm(point, cell));
  }
};

void check_part(double found, double expected, int draws = kManyDraws) {
  CHECK(std::abs(found - expected) < 4.0 * std::sqrt(expected * (1.0 - expected) / draws) + 1e-4);
}

/// A mast, hamlets of one house at several distances from it, and one far out.
UncertainWorld houses_around_a_mast() {
  UncertainWorld world;
  world.add_mast("S", tests::at(1000, 6000));
  for (int i = 0; i < 6; ++i)
    world.add_house(fmt::format("H{}", i), tests::at(2500.0 + 1500.0 * i, 6000));
  return world;
}

}  // namespace

TEST_CASE("with one cell and one point the probability is that of the closed form, indoors too") {
  for (const bool indoor : {false, true}) {
    UncertainWorld world = houses_around_a_mast();
    world.scenario.options.service.indoor = indoor;
    world.scenario.options.service.threshold_dbm[Technology::k4G] = indoor ? -105.0 : -95.0;
    world.run();
    const analysis::CoverageOdds odds = world.odds();
    int open = 0;
    for (std::size_t i = 0; i < world.scenario.network.hamlets.size(); ++i) {
      const double expected = world.probability(2 * i + 1, 0);
      CAPTURE(expected);
      check_part(odds.hamlets[i].covered, expected);
      CHECK(odds.hamlets[i].covered + odds.hamlets[i].white == doctest::Approx(1.0));
      open += expected > 0.02 && expected < 0.98 ? 1 : 0;
    }
    CHECK(open >= 2);
    double sum = 0.0;
    for (const analysis::StatusOdds& hamlet : odds.hamlets)
      sum += hamlet.covered;
    CHECK(odds.share_mean == doctest::Approx(sum / static_cast<double>(odds.hamlets.size())));
  }
}

TEST_CASE("where no points are correlated a hamlet that needs them all is covered with the product of their odds") {
  UncertainWorld world;
  world.add_mast("S", tests::at(1000, 6000));
  tests::add_hamlet(world.scenario, "H", tests::at(4000, 6000)).radius_m = 900.0;
  scenario::ServiceOptions& service = world.scenario.options.service;
  service.model_sigma_db = 0.0;
  service.hamlet_covered_share = 1.0;
  world.scenario.options.analysis.correlation_m = 0.0;
  world.run();
  service.threshold_dbm[Technology::k4G] = world.level_dbm(0, 0) - 5.0;
  double product = 1.0;
  double none = 1.0;
  for (std::size_t point = 0; point < 19; ++point) {
    product *= world.probability(point, 0);
    none *= 1.0 - world.probability(point, 0);
  }
  CHECK(product > 0.05);
  CHECK(product < 0.95);
  const analysis::CoverageOdds odds = world.odds();
  check_part(odds.hamlets[0].covered, product);
  check_part(odds.hamlets[0].white, none);
  CHECK(odds.hamlets[0].hollow > 0.0);
}

TEST_CASE("where all points are one in their errors the weakest decides for a hamlet that needs them all") {
  UncertainWorld world;
  world.add_mast("S", tests::at(1000, 6000));
  tests::add_hamlet(world.scenario, "H", tests::at(4000, 6000)).radius_m = 900.0;
  scenario::ServiceOptions& service = world.scenario.options.service;
  service.location_variability_cell_m = 1e-9;  // σ_L is next to nothing: the model's error is that of the hamlet
  service.hamlet_covered_share = 1.0;
  world.run();
  service.threshold_dbm[Technology::k4G] = world.level_dbm(0, 0) - 4.0;
  double weakest = 1.0;
  double strongest = 0.0;
  for (std::size_t point = 0; point < 19; ++point) {
    weakest = std::min(weakest, world.probability(point, 0));
    strongest = std::max(strongest, world.probability(point, 0));
  }
  CHECK(strongest - weakest > 0.05);
  const analysis::CoverageOdds odds = world.odds();
  check_part(odds.hamlets[0].covered, weakest);
  check_part(odds.hamlets[0].white, 1.0 - strongest);
}

TEST_CASE("two masts that are heard at the threshold serve a house in two of three draws") {
  // Correlated by one half, both are missed with a probability of 1/4 + asin(1/2) / 2π = 1/3.
  UncertainWorld world;
  world.add_mast("S", tests::at(3000, 6000));
  world.add_mast("T", tests::at(9000, 6000));
  world.add_house("H", tests::at(6000, 6000));
  world.run();
  REQUIRE(world.level_dbm(1, 0) == doctest::Approx(world.level_dbm(1, 1)));
  world.scenario.options.service.threshold_dbm[Technology::k4G] = world.level_dbm(1, 0);
  const auto odds = world.odds({{true, true}, {true, false}, {false, true}, {false, false}});
  check_part(odds[0].hamlets[0].covered, 2.0 / 3.0);
  check_part(odds[1].hamlets[0].covered, 0.5);
  check_part(odds[2].hamlets[0].covered, 0.5);
  CHECK(odds[3].hamlets[0].white == 1.0);
  SUBCASE("and cells of one mast have their errors in common") {
    tests::add_cell(world.scenario, "S-4G-2", 0, Technology::k4G, 30.0);
    world.run();
    check_part(world.odds({{true, false, true}})[0].hamlets[0].covered, 0.5);
  }
  SUBCASE("and where all technologies must serve, one that is missing covers nothing") {
    world.scenario.options.plan.target.technologies = {Technology::k3G, Technology::k4G};
    world.scenario.options.plan.combine = scenario::Combine::kAll;
    CHECK(world.odds().hamlets[0].white == 1.0);
    const double threshold_dbm = world.scenario.options.service.threshold_dbm[Technology::k4G];
    tests::add_cell(world.scenario, "S-3G", 0, Technology::k3G, 30.0);
    world.scenario.options.service.threshold_dbm[Technology::k3G] = threshold_dbm;
    world.run();
    check_part(world.odds({{true, false, true}})[0].hamlets[0].covered, 0.5);  // the same error on one mast
    check_part(world.odds({{false, true, true}})[0].hamlets[0].covered, 1.0 / 3.0);
  }
}

namespace {

/// Five masts of two operators among hills, and hamlets between them, one of them off the terrain.
UncertainWorld masts_among_hills() {
  UncertainWorld world;
  world.terrain = tests::hills();
  const std::array places = {tests::at(1000, 1000), tests::at(6000, 2000), tests::at(9000, 9000), tests::at(3000, 8000),
                             tests::at(6100, 2100)};
  for (std::size_t i = 0; i < places.size(); ++i)
    world.add_mast(fmt::format("S{}", i), places[i]);
  for (int i = 0; i < 14; ++i) {
    auto& hamlet = tests::add_hamlet(world.scenario, fmt::format("H{}", i),
                                     tests::at(900.0 * i + 600.0, 700.0 * (i * 5 % 12) + 1500.0));
    hamlet.population = 50 + 10 * i;
  }
  world.scenario.network.hamlets.back().position = tests::at(30000, 30000);
  world.scenario.options.service.threshold_dbm[Technology::k4G] = -85.0;
  world.scenario.options.plan.target.hamlet_share = 0.5;
  world.run();
  return world;
}

void check_same(const analysis::CoverageOdds& a, const analysis::CoverageOdds& b) {
  CHECK(a.share_5 == b.share_5);
  CHECK(a.share_50 == b.share_50);
  CHECK(a.share_95 == b.share_95);
  CHECK(a.share_mean == b.share_mean);
  CHECK(a.target_holds == b.target_holds);
  REQUIRE(a.hamlets.size() == b.hamlets.size());
  for (std::size_t i = 0; i < a.hamlets.size(); ++i) {
    CHECK(a.hamlets[i].covered == b.hamlets[i].covered);
    CHECK(a.hamlets[i].hollow == b.hamlets[i].hollow);
    CHECK(a.hamlets[i].white == b.hamlets[i].white);
  }
}

}  // namespace

TEST_CASE("the odds are the same for any number of threads and beside any other set of cells") {
  const UncertainWorld world = masts_among_hills();
  const analysis::CellSet all(5, true);
  const analysis::CellSet some = {true, false, true, false, false};
  const analysis::DrawSettings settings{.draws = 20001, .seed = 4};
  const auto together = world.odds({all, some, all}, settings);
  check_same(together[0], together[2]);
  {
    const tbb::global_control one(tbb::global_control::max_allowed_parallelism, 1);
    check_same(together[0], world.odds({all}, settings)[0]);
    check_same(together[1], world.odds({some}, settings)[0]);
  }
  const std::vector<analysis::CellSet> many(70, some);  // more than fit into a word
  const auto repeated = world.odds(many, settings);
  REQUIRE(repeated.size() == many.size());
  check_same(repeated.back(), together[1]);
}

TEST_CASE("another seed gives other draws of the same odds") {
  const UncertainWorld world = masts_among_hills();
  const auto one = world.odds({world.all_cells()}, {.draws = 20000, .seed = 1})[0];
  const auto other = world.odds({world.all_cells()}, {.draws = 20000, .seed = 2})[0];
  int changed = 0;
  for (std::size_t i = 0; i < one.hamlets.size(); ++i) {
    changed += one.hamlets[i].covered != other.hamlets[i].covered ? 1 : 0;
    check_part(one.hamlets[i].covered, other.hamlets[i].covered, 10000);
  }
  CHECK(changed > 3);
}

TEST_CASE("a hamlet has the same odds whichever other hamlets there are") {
  UncertainWorld world = masts_among_hills();
  const analysis::CoverageOdds all = world.odds();
  auto& hamlets = world.scenario.network.hamlets;
  hamlets.erase(hamlets.begin(), hamlets.begin() + 5);
  world.run();
  const analysis::CoverageOdds some = world.odds();
  for (std::size_t i = 0; i < some.hamlets.size(); ++i)
    CHECK(some.hamlets[i].covered == all.hamlets[i + 5].covered);
}

TEST_CASE("the target holds as often as enough hamlets, or people, are covered") {
  UncertainWorld world = masts_among_hills();
  scenario::PlanOptions& plan = world.scenario.options.plan;
  const analysis::CoverageOdds odds = world.odds();
  CHECK(odds.share_5 <= odds.share_50);
  CHECK(odds.share_50 <= odds.share_95);
  CHECK(odds.share_5 < odds.share_95);
  // At the median at least half of the draws reach it, and at least half do not go beyond it.
  plan.target.hamlet_share = odds.share_50;
  CHECK(world.odds().target_holds.value() >= 0.5);
  plan.target.hamlet_share = odds.share_50 + 1.0 / 14.0;
  CHECK(world.odds().target_holds.value() <= 0.5);
  plan.target.hamlet_share = odds.share_5;
  CHECK(world.odds().target_holds.value() >= 0.95);
  plan.target.hamlet_share = 0.0;
  CHECK(world.odds().target_holds == 1.0);
  plan.target.hamlet_share = 1.0;
  CHECK(world.odds().target_holds == 0.0);  // one has no ground
  plan.hollow_counts = true;
  plan.target.hamlet_share = odds.share_50 + 1.0 / 14.0;
  const double with_hollow = world.odds().target_holds.value();
  plan.hollow_counts = false;
  CHECK(with_hollow > world.odds().target_holds.value());
  plan.target.hamlet_share.reset();
  plan.target.population_share = 0.3;
  const double people = world.odds().target_holds.value();
  plan.target.population_share = 0.6;
  CHECK(people > world.odds().target_holds.value());
  plan.target.budget_million_vnd = 1000.0;
  CHECK_FALSE(world.odds().target_holds);
}

TEST_CASE("a hamlet without ground is neither covered nor hollow nor white") {
  const UncertainWorld world = masts_among_hills();
  const analysis::CoverageOdds odds = world.odds();
  CHECK(world.coverage.verdicts.back().back().status == coverage::Status::kUnknown);
  CHECK(odds.hamlets.back().covered == 0.0);
  CHECK(odds.hamlets.back().hollow == 0.0);
  CHECK(odds.hamlets.back().white == 0.0);
  CHECK(odds.share_95 <= 13.0 / 14.0);
}

TEST_CASE("without any error the draws are the verdicts by level alone") {
  UncertainWorld world = masts_among_hills();
  world.scenario.options.service.model_sigma_db = 0.0;
  world.scenario.options.service.location_variability_cell_m = 1e-300;
  world.scenario.options.service.location_probability = 0.5;
  world.run();
  const analysis::CoverageOdds odds = world.odds({world.all_cells()}, {.draws = 300, .seed = 1})[0];
  for (std::size_t i = 0; i < odds.hamlets.size(); ++i) {
    const coverage::Status status = world.coverage.verdicts.back()[i].status;
    CHECK(odds.hamlets[i].covered == (status == coverage::Status::kCovered ? 1.0 : 0.0));
    CHECK(odds.hamlets[i].hollow == (status == coverage::Status::kHollow ? 1.0 : 0.0));
    CHECK(odds.hamlets[i].white == (status == coverage::Status::kWhite ? 1.0 : 0.0));
  }
}

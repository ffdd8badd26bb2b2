#include "sim/coverage/hamlet_accumulator.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "tests/coverage/tiny_world.h"

using namespace phusong;
using namespace phusong::coverage;
using namespace phusong::tests;
using network::Technology;

namespace {

/// A path to a point of the list of all hamlets' points, and what it loses at the one frequency.
struct LossTo {
  std::uint32_t point = 0;
  double loss_db = 0.0;
  bool crosses_void = false;
};

/// Masts of A and B with a cell of 4G each, "a" and "b", that radiate 0 dBm all around, and a hamlet of two points,
/// each of half its weight, that are numbers 3 and 4 of the list. A level of −110 dBm is enough.
class AccumulatedHamlet {
 public:
  AccumulatedHamlet() {
    scenario.options.service.location_probability = 0.5;
    scenario.options.plan.target.technologies = {Technology::k4G};
    add_transmitter("a", "A");
    add_transmitter("b", "B");
  }

  scenario::Scenario scenario = empty_scenario();
  bool keep_levels = true;
  bool with_quality = true;
  std::vector<Transmitter> transmitters;
  double distance_m = 1000.0;  ///< from the points, which are at one place, to the masts

  /// What follows from the losses of each transmitter, added in this order.
  HamletOutcome outcome(const std::vector<std::pair<std::size_t, std::vector<LossTo>>>& added) const {
    const gis::Terrain terrain = flat_terrain();
    const ServiceQuality quality(terrain, scenario.options);
    const LevelCorrection correction(terrain, scenario.options);
    const OperatorColumns columns = verdict_columns(scenario.network, scenario.options.service);
    const std::vector<Technology> technologies = {Technology::k4G};
    const InterferenceGroups interference(scenario.network, scenario.options.service);
    const HamletContext context{.scenario = scenario,
                                .operators = columns,
                                .technologies = technologies,
                                .quality = quality,
                                .correction = correction,
                                .interference = with_quality ? &interference : nullptr,
                                .keep_levels = keep_levels};
    const gis::MapPoint place = at(5000 + distance_m, 5000);
    HamletAccumulator accumulator(context,
                                  {{.hamlet = 7, .point = 0, .x_m = place.x_m, .y_m = place.y_m, .weight = 0.5},
                                   {.hamlet = 7, .point = 1, .x_m = place.x_m, .y_m = place.y_m, .weight = 0.5}},
                                  3);
    for (const auto& [transmitter, losses] : added)
      accumulator.add(transmitters[transmitter], losses_of(losses));
    return accumulator.finish();
  }

 private:
  void add_transmitter(const std::string& id, const std::string& operator_name) {
    const std::size_t site = add_site(scenario, id, at(5000, 5000), operator_name);
    add_cell(scenario, id, site, Technology::k4G, 0.0);
    transmitters.push_back({.site = site,
                            .position = at(5000, 5000),
                            .antenna_height_agl_m = 40.0,
                            .frequencies_mhz = {900.0},
                            .carrier_range_m = {2000.0},
                            .cells = {{.cell = site, .carrier = 0, .max_range_m = 2000.0}}});
  }

  static PointLosses losses_of(const std::vector<LossTo>& losses) {
    PointLosses result{.frequencies = 1, .paths = {}, .loss_db = {}};
    for (const LossTo& to : losses) {
      result.paths.push_back({.point = to.point, .crosses_void = to.crosses_void});
      result.loss_db.push_back(to.loss_db);
    }
    return result;
  }
};

/// The columns are A, B and any.
constexpr std::size_t kColumnOfA = 0, kColumnOfB = 1, kColumnOfAny = 2;

const TechnologyVerdict& verdict_4g(const HamletOutcome& outcome, std::size_t column) {
  return outcome.verdicts.at(column).by_technology[Technology::k4G];
}

}  // namespace

TEST_CASE("a cell counts for its operator and for any, and for any the strongest does") {
  const auto outcome = AccumulatedHamlet().outcome({{0, {{3, 105.0}}}, {1, {{3, 100.0}}}});
  REQUIRE(outcome.verdicts.size() == 3);
  CHECK(*verdict_4g(outcome, kColumnOfA).level_dbm == doctest::Approx(-105.0));
  CHECK(*verdict_4g(outcome, kColumnOfB).level_dbm == doctest::Approx(-100.0));
  CHECK(*verdict_4g(outcome, kColumnOfAny).level_dbm == doctest::Approx(-100.0));
  CHECK(*verdict_4g(outcome, kColumnOfAny).best_cell == 1);
}

TEST_CASE("losses to the points of other hamlets are passed over") {
  const auto outcome = AccumulatedHamlet().outcome({{0, {{2, 50.0}, {3, 105.0}, {4, 109.0}, {5, 50.0}}}});
  CHECK(outcome.counts.paths == 2);
  CHECK(*verdict_4g(outcome, kColumnOfA).level_dbm == doctest::Approx(-105.0));
}

TEST_CASE("each point is served by itself") {
  const auto outcome = AccumulatedHamlet().outcome({{0, {{3, 109.9}, {4, 110.1}}}});
  CHECK(outcome.service.at(kColumnOfA).at(0)[Technology::k4G]);
  CHECK_FALSE(outcome.service.at(kColumnOfA).at(1)[Technology::k4G]);
  CHECK(verdict_4g(outcome, kColumnOfA).share == doctest::Approx(0.5));
  CHECK(outcome.verdicts.at(kColumnOfA).status == Status::kHollow);
  CHECK(outcome.verdicts.at(kColumnOfB).status == Status::kWhite);
}

TEST_CASE("a cell is followed as far as its range and no farther") {
  AccumulatedHamlet hamlet;
  hamlet.distance_m = 2000.0;
  CHECK(verdict_4g(hamlet.outcome({{0, {{3, 90.0}}}}), kColumnOfA).level_dbm.has_value());
  hamlet.distance_m = 2000.1;
  CHECK_FALSE(verdict_4g(hamlet.outcome({{0, {{3, 90.0}}}}), kColumnOfA).level_dbm.has_value());
}

TEST_CASE("entry into buildings is lost beside the path") {
  AccumulatedHamlet hamlet;
  hamlet.transmitters[0].cells[0].building_entry_db = 12.0;
  const auto outcome = hamlet.outcome({{0, {{3, 90.0}}}});
  CHECK(*verdict_4g(outcome, kColumnOfA).level_dbm == doctest::Approx(-102.0));
  CHECK(outcome.levels.at(0).loss_db == doctest::Approx(102.0));
}

TEST_CASE("a hamlet that only paths over voids cover is marked, and its share of such paths told") {
  const AccumulatedHamlet hamlet;
  const auto both = hamlet.outcome({{0, {{3, 100.0, true}, {4, 100.0, true}}}});
  CHECK(both.verdicts.at(kColumnOfAny).only_by_gap_paths);
  CHECK(both.verdicts.at(kColumnOfAny).terrain_gap == doctest::Approx(1.0));
  const auto clear_too = hamlet.outcome({{0, {{3, 100.0, true}, {4, 100.0}}}, {1, {{3, 105.0}, {4, 120.0}}}});
  CHECK_FALSE(clear_too.verdicts.at(kColumnOfAny).only_by_gap_paths);
  CHECK(clear_too.verdicts.at(kColumnOfA).only_by_gap_paths);
  CHECK(clear_too.verdicts.at(kColumnOfAny).terrain_gap == doctest::Approx(0.25));
  CHECK(hamlet.outcome({}).verdicts.at(kColumnOfAny).terrain_gap == 0.0);
}

TEST_CASE("levels are kept down to 20 dB below the threshold, where they are asked for") {
  AccumulatedHamlet hamlet;
  CHECK(hamlet.outcome({{0, {{3, 129.99}}}}).levels.size() == 1);
  CHECK(hamlet.outcome({{0, {{3, 130.01}}}}).levels.empty());
  hamlet.keep_levels = false;
  CHECK(hamlet.outcome({{0, {{3, 90.0}}}}).levels.empty());
}

TEST_CASE("levels come by point and then by the id of the cell, whatever order they were added in") {
  const auto outcome = AccumulatedHamlet().outcome({{1, {{3, 90.0}, {4, 91.0}}}, {0, {{3, 92.0}, {4, 93.0}}}});
  std::vector<std::pair<int, std::size_t>> order;
  for (const PointLevel& level : outcome.levels)
    order.emplace_back(level.point, level.cell);
  CHECK(order == std::vector<std::pair<int, std::size_t>>{{0, 0}, {0, 1}, {1, 0}, {1, 1}});
  CHECK(outcome.levels[0].hamlet == 7);
}

TEST_CASE("of equally strong cells the one with the lower id is the best, whatever order they were added in") {
  const AccumulatedHamlet hamlet;
  CHECK(*verdict_4g(hamlet.outcome({{0, {{3, 90.0}}}, {1, {{3, 90.0}}}}), kColumnOfAny).best_cell == 0);
  CHECK(*verdict_4g(hamlet.outcome({{1, {{3, 90.0}}}, {0, {{3, 90.0}}}}), kColumnOfAny).best_cell == 0);
}

TEST_CASE("SINR at the centre counts every cell of the best cell's operator, kept levels or not") {
  AccumulatedHamlet hamlet;
  // "a" serves at -90 dBm; "b" is 10 dB below, first of another operator and then of the same one.
  const auto sinr_db = [&] {
    return *verdict_4g(hamlet.outcome({{0, {{3, 90.0}, {4, 90.0}}}, {1, {{3, 100.0}, {4, 60.0}}}}), kColumnOfA).sinr_db;
  };
  CHECK(sinr_db() == doctest::Approx(35.23909).epsilon(1e-6));
  hamlet.scenario.network.sites[1].operator_name = "A";
  for (const bool keep_levels : {true, false}) {
    hamlet.keep_levels = keep_levels;
    CHECK(sinr_db() == doctest::Approx(12.98438).epsilon(1e-6));
  }
  hamlet.scenario.network.cells[1].load = 0.0;
  CHECK(sinr_db() == doctest::Approx(35.23909).epsilon(1e-6));
}

TEST_CASE("for any the best cell over all operators decides whose cells interfere") {
  AccumulatedHamlet hamlet;
  const auto outcome = hamlet.outcome({{0, {{3, 90.0}}}, {1, {{3, 100.0}}}});
  CHECK(verdict_4g(outcome, kColumnOfAny).sinr_db == verdict_4g(outcome, kColumnOfA).sinr_db);
  CHECK(*verdict_4g(outcome, kColumnOfB).sinr_db == doctest::Approx(25.23909).epsilon(1e-6));
}

TEST_CASE("throughput is that of the best cell's bandwidth") {
  const auto outcome = AccumulatedHamlet().outcome({{0, {{3, 90.0}}}});
  CHECK(*verdict_4g(outcome, kColumnOfA).throughput_mbps == doctest::Approx(39.6));  // 50 blocks, 4.4 bit/s/Hz
}

TEST_CASE("nothing is said of quality where no cell is in range, at a hamlet without a centre, or unless asked") {
  AccumulatedHamlet hamlet;
  const auto of_b = verdict_4g(hamlet.outcome({{0, {{3, 90.0}}}}), kColumnOfB);
  CHECK_FALSE(of_b.sinr_db.has_value());
  CHECK_FALSE(of_b.throughput_mbps.has_value());
  CHECK_FALSE(verdict_4g(hamlet.outcome({{0, {{4, 90.0}}}}), kColumnOfA).sinr_db.has_value());
  hamlet.with_quality = false;
  const auto outcome = hamlet.outcome({{0, {{3, 90.0}}}});
  CHECK_FALSE(verdict_4g(outcome, kColumnOfA).sinr_db.has_value());
  CHECK(verdict_4g(outcome, kColumnOfA).level_dbm.has_value());
}

TEST_CASE("verdicts are the same whatever order the transmitters come in") {
  CHECK(rc::check([] {
    const AccumulatedHamlet hamlet;
    const auto drawn = [] {
      const auto loss_db = [] { return 0.1 * *rc::gen::inRange(900, 1300); };
      const auto crosses_void = [] { return *rc::gen::arbitrary<bool>(); };
      return std::vector<LossTo>{{3, loss_db(), crosses_void()}, {4, loss_db(), crosses_void()}};
    };
    const std::vector<LossTo> of_a = drawn(), of_b = drawn();
    const auto one = hamlet.outcome({{0, of_a}, {1, of_b}}), other = hamlet.outcome({{1, of_b}, {0, of_a}});
    for (const std::size_t column : {kColumnOfA, kColumnOfB, kColumnOfAny}) {
      RC_ASSERT(one.verdicts[column].status == other.verdicts[column].status);
      RC_ASSERT(one.verdicts[column].share == other.verdicts[column].share);
      RC_ASSERT(one.verdicts[column].only_by_gap_paths == other.verdicts[column].only_by_gap_paths);
      RC_ASSERT(*verdict_4g(one, kColumnOfAny).level_dbm == *verdict_4g(other, kColumnOfAny).level_dbm);
    }
  }));
}

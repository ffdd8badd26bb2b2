#include "sim/planning/steps/build_order.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <numeric>

#include "sim/optimisation/covering/problem/value.h"

using namespace phusong;
using namespace phusong::planning;
using covering::OptionIndex;
using scenario::OrderBy;

namespace {

using Needs = std::vector<std::vector<std::size_t>>;

/// A hamlet of one point that any of these options serves.
covering::Demand hamlet_of(std::vector<OptionIndex> options, std::size_t commune = 0) {
  return {.name = "H",
          .quota_group = commune,
          .alternatives = {{.points = {{.weight = 1.0, .cover_sets = {std::move(options)}}}, .least_weight = 0.75}}};
}

/// A hamlet whose points are each served by one option, and that counts when all of them are.
covering::Demand hamlet_of_points(const std::vector<std::pair<OptionIndex, double>>& points) {
  covering::Demand hamlet{.name = "H", .alternatives = {{.points = {}, .least_weight = 1.0}}};
  for (const auto& [option, weight] : points)
    hamlet.alternatives.front().points.push_back({.weight = weight, .cover_sets = {{option}}});
  return hamlet;
}

covering::Problem problem_of(const std::vector<double>& costs, std::vector<covering::Demand> hamlets) {
  covering::Problem problem{.options = {}, .demands = std::move(hamlets), .goal = {}};
  for (const double cost : costs)
    problem.options.push_back(
        {.name = "option", .cost = cost, .capex = cost, .exclusion_group = problem.options.size()});
  return problem;
}

/// With every option built, which makes option and station the same number.
std::vector<OrderedStation> order_of(const covering::Problem& problem, OrderBy order_by, Needs needs = {},
                                     std::vector<std::int64_t> people = {}) {
  std::vector<OptionIndex> built(problem.options.size());
  std::iota(built.begin(), built.end(), OptionIndex{0});
  needs.resize(built.size());
  people.resize(problem.demands.size(), 100);
  return build_order({.problem = problem, .built = built, .people = people, .needs = needs, .order_by = order_by});
}

std::vector<std::size_t> stations_of(const std::vector<OrderedStation>& order) {
  std::vector<std::size_t> stations;
  for (const OrderedStation& ordered : order)
    stations.push_back(ordered.station);
  return stations;
}

using Stations = std::vector<std::size_t>;

}  // namespace

TEST_CASE("by cost the station with the most hamlets per million stands first, by coverage the one with the most") {
  // 1 hamlet for 10 million, 2 hamlets for 30 million.
  const auto problem = problem_of({30.0, 10.0}, {hamlet_of({0}), hamlet_of({0}), hamlet_of({1})});
  CHECK(stations_of(order_of(problem, OrderBy::kCost)) == Stations{1, 0});
  CHECK(stations_of(order_of(problem, OrderBy::kCoverage)) == Stations{0, 1});
}

TEST_CASE("a hamlet brings its value, so that people decide where the goal counts people") {
  auto problem = problem_of({10.0, 10.0}, {hamlet_of({0}), hamlet_of({0}), hamlet_of({1})});
  problem.demands[2].value = 500.0;
  CHECK(stations_of(order_of(problem, OrderBy::kCost)) == Stations{1, 0});
}

TEST_CASE("stations that bring the same keep their order") {
  const auto problem = problem_of({10.0, 10.0, 10.0}, {hamlet_of({2}), hamlet_of({1}), hamlet_of({0})});
  for (const OrderBy order_by : {OrderBy::kCost, OrderBy::kCoverage, OrderBy::kFairness}) {
    CAPTURE(static_cast<int>(order_by));
    CHECK(stations_of(order_of(problem, order_by)) == Stations{0, 1, 2});
  }
}

TEST_CASE("of stations that bring as many hamlets the one with more people stands first, then the cheaper one") {
  const auto problem =
      problem_of({10.0, 10.0, 20.0, 15.0}, {hamlet_of({0}), hamlet_of({1}), hamlet_of({2}), hamlet_of({3})});
  CHECK(stations_of(order_of(problem, OrderBy::kCoverage, {}, {50, 200, 50, 50})) == Stations{1, 0, 3, 2});
  CHECK(stations_of(order_of(problem, OrderBy::kCost, {}, {50, 200, 900, 900})) == Stations{1, 0, 3, 2});
}

TEST_CASE("people decide before the weight of points in hamlets that do not count yet") {
  const auto problem =
      problem_of({10.0, 10.0, 10.0}, {hamlet_of({0}), hamlet_of({1}), hamlet_of_points({{0, 0.5}, {2, 0.5}})});
  CHECK(stations_of(order_of(problem, OrderBy::kCoverage, {}, {50, 60, 1000})) == Stations{1, 0, 2});
}

TEST_CASE("people who do not gain by a station say nothing for it") {
  // Both serve hamlet 0, which counts today; hamlets 1 and 2 are gained.
  auto problem = problem_of({10.0, 10.0}, {hamlet_of({0}), hamlet_of({0}), hamlet_of({1})});
  problem.demands[0].counts_already = true;
  CHECK(stations_of(order_of(problem, OrderBy::kCost, {}, {5000, 10, 20})) == Stations{1, 0});
}

TEST_CASE("a station that costs nothing stands before all that cost something") {
  const auto problem = problem_of({1.0, 0.0}, {hamlet_of({0}), hamlet_of({0}), hamlet_of({1})});
  CHECK(stations_of(order_of(problem, OrderBy::kCost)) == Stations{1, 0});
}

TEST_CASE("where no station brings a hamlet by itself the one that serves most weight of points stands first") {
  const auto problem = problem_of({10.0, 10.0, 10.0}, {hamlet_of_points({{0, 0.2}, {1, 0.5}, {2, 0.3}})});
  const auto order = order_of(problem, OrderBy::kCost);
  CHECK(stations_of(order) == Stations{1, 2, 0});
  CHECK(order[0].hamlets_gained.empty());
  CHECK(order[1].hamlets_gained.empty());
  CHECK(order[2].hamlets_gained == Stations{0});
}

TEST_CASE("a hamlet comes before any weight of points") {
  auto problem = problem_of({10.0, 10.0}, {hamlet_of_points({{0, 90.0}, {1, 10.0}}), hamlet_of({1})});
  problem.demands[0].alternatives.front().least_weight = 100.0;
  CHECK(stations_of(order_of(problem, OrderBy::kCoverage)) == Stations{1, 0});
}

TEST_CASE("a hamlet is gained with the first station that makes it count and never again") {
  const auto problem = problem_of({10.0, 20.0}, {hamlet_of({0, 1}), hamlet_of({1}), hamlet_of({0, 1})});
  const auto order = order_of(problem, OrderBy::kCost);
  CHECK(stations_of(order) == Stations{0, 1});
  CHECK(order[0].hamlets_gained == Stations{0, 2});
  CHECK(order[1].hamlets_gained == Stations{1});
}

TEST_CASE("what a built station serves already is no gain of the next") {
  // Alone station 1 brings two hamlets and 2 brings one; after station 0 it is one of each, and 2 is cheaper.
  const auto problem =
      problem_of({1.0, 10.0, 9.0}, {hamlet_of({0}), hamlet_of({0, 1}), hamlet_of({1}), hamlet_of({2})});
  CHECK(stations_of(order_of(problem, OrderBy::kCost)) == Stations{0, 2, 1});
}

TEST_CASE("a hamlet that counts today is gained by nobody") {
  auto problem = problem_of({10.0, 10.0}, {hamlet_of({0}), hamlet_of({1})});
  problem.demands[0].counts_already = true;
  const auto order = order_of(problem, OrderBy::kCost);
  CHECK(stations_of(order) == Stations{1, 0});
  CHECK(order[1].hamlets_gained.empty());
}

TEST_CASE("options that are not built serve nothing, and stations are counted among those built") {
  const auto problem = problem_of({10.0, 10.0, 10.0, 5.0}, {hamlet_of({0, 3}), hamlet_of({1}), hamlet_of({0, 2})});
  const std::vector<OptionIndex> built = {1, 3};
  const Needs needs(2);
  const std::vector<std::int64_t> people(3);
  const auto order =
      build_order({.problem = problem, .built = built, .people = people, .needs = needs, .order_by = OrderBy::kCost});
  CHECK(stations_of(order) == Stations{1, 0});  // option 3 costs half of what option 1 does
  CHECK(order[0].hamlets_gained == Stations{0});
  CHECK(order[1].hamlets_gained == Stations{1});
}

TEST_CASE("fairness gives to the commune with the least share first, however dear its station") {
  // Commune 0 has one of its two hamlets, commune 1 none of its one.
  auto problem = problem_of({1.0, 100.0}, {hamlet_of({0}, 0), hamlet_of({}, 0), hamlet_of({1}, 1)});
  problem.demands[1].counts_already = true;
  CHECK(stations_of(order_of(problem, OrderBy::kFairness)) == Stations{1, 0});
  CHECK(stations_of(order_of(problem, OrderBy::kCost)) == Stations{0, 1});
}

TEST_CASE("fairness looks at the shares again after each station") {
  // Two hamlets in each of two communes, a station each: they take turns.
  const auto problem =
      problem_of({1.0, 2.0, 30.0, 40.0}, {hamlet_of({0}, 0), hamlet_of({1}, 0), hamlet_of({2}, 1), hamlet_of({3}, 1)});
  CHECK(stations_of(order_of(problem, OrderBy::kFairness)) == Stations{0, 2, 1, 3});
}

TEST_CASE("fairness passes over a commune that no station helps") {
  const auto problem = problem_of({10.0, 5.0}, {hamlet_of({}, 0), hamlet_of({0}, 1), hamlet_of({1}, 2)});
  CHECK(stations_of(order_of(problem, OrderBy::kFairness)) == Stations{0, 1});
}

TEST_CASE("a station waits for those that its backhaul passes through, however little they bring") {
  const auto problem = problem_of({1.0, 100.0, 50.0}, {hamlet_of({0}), hamlet_of({0}), hamlet_of({1}), hamlet_of({2})});
  CHECK(stations_of(order_of(problem, OrderBy::kCost, {{1}, {}, {}})) == Stations{2, 1, 0});
}

TEST_CASE("stations that bring nothing come last, those that others need before them") {
  const auto problem = problem_of({10.0, 10.0, 10.0}, {hamlet_of({2})});
  CHECK(stations_of(order_of(problem, OrderBy::kCost, {{1}, {}, {}})) == Stations{2, 1, 0});
}

TEST_CASE("stations that need each other are built all the same") {
  const auto problem = problem_of({10.0, 10.0}, {hamlet_of({0}), hamlet_of({1})});
  CHECK(stations_of(order_of(problem, OrderBy::kCost, {{1}, {0}})) == Stations{0, 1});
}

namespace {

/// Up to 6 stations and 8 hamlets of up to 3 points, drawn by rapidcheck; a station needs lower numbers alone.
struct RandomOrder {
  covering::Problem problem;
  Needs needs;
  OrderBy order_by = *rc::gen::element(OrderBy::kCost, OrderBy::kCoverage, OrderBy::kFairness);

  RandomOrder() {
    const auto options = *rc::gen::inRange<OptionIndex>(1, 7);
    std::vector<double> costs;
    for (OptionIndex i = 0; i < options; ++i) {
      costs.push_back(*rc::gen::inRange(0, 50));
      needs.emplace_back();
      if (i > 0 && *rc::gen::arbitrary<bool>()) needs.back().push_back(*rc::gen::inRange<std::size_t>(0, i));
    }
    problem = problem_of(costs, {});
    const int hamlets = *rc::gen::inRange(0, 9);
    for (int h = 0; h < hamlets; ++h) {
      std::vector<std::pair<OptionIndex, double>> points;
      const int count = *rc::gen::inRange(1, 4);
      for (int i = 0; i < count; ++i)
        points.emplace_back(*rc::gen::inRange<OptionIndex>(0, options), 1.0 / count);
      problem.demands.push_back(hamlet_of_points(points));
      problem.demands.back().quota_group = *rc::gen::inRange<std::size_t>(0, 3);
      problem.demands.back().counts_already = *rc::gen::inRange(0, 4) == 0;
    }
  }
};

}  // namespace

TEST_CASE("every station is built once, and after all that it needs") {
  CHECK(rc::check([] {
    const RandomOrder random;
    const Stations order = stations_of(order_of(random.problem, random.order_by, random.needs));
    Stations sorted = order;
    std::ranges::sort(sorted);
    Stations all(random.problem.options.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    RC_ASSERT(sorted == all);
    for (auto station = order.begin(); station != order.end(); ++station) {
      for (const std::size_t needed : random.needs[*station])
        RC_ASSERT(std::find(order.begin(), station, needed) != station);
    }
  }));
}

TEST_CASE("each step gains exactly the hamlets that count with it and did not count before it") {
  CHECK(rc::check([] {
    const RandomOrder random;
    std::vector<bool> built(random.problem.options.size(), false);
    for (const OrderedStation& step : order_of(random.problem, random.order_by, random.needs)) {
      Stations expected;
      std::vector<bool> with = built;
      with[step.station] = true;
      for (std::size_t h = 0; h < random.problem.demands.size(); ++h) {
        const covering::Demand& hamlet = random.problem.demands[h];
        if (covering::counts(hamlet, with) && !covering::counts(hamlet, built)) expected.push_back(h);
      }
      RC_ASSERT(step.hamlets_gained == expected);
      built = with;
    }
  }));
}

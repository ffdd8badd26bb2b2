#include "sim/planning/goal/hamlet_ways.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <numeric>

#include "sim/coverage/verdict_rules.h"
#include "sim/optimisation/covering/problem/value.h"

using namespace phusong;
using namespace phusong::planning;
using covering::OptionIndex;
using enum scenario::WhiteRule;

namespace {

/// Points of these weights, the centre first; option i serves point i.
struct WeightedPoints {
  std::vector<coverage::SamplePoint> points;
  std::vector<std::vector<std::vector<OptionIndex>>> layers;

  explicit WeightedPoints(const std::vector<double>& weights, int first_number = 0) {
    for (std::size_t i = 0; i < weights.size(); ++i) {
      points.push_back({.point = first_number + static_cast<int>(i), .weight = weights[i]});
      layers.push_back({{static_cast<OptionIndex>(i)}});
    }
  }

  std::vector<covering::Alternative> ways(const scenario::Options& options) const {
    return ways_to_count(points, layers, options);
  }

  bool counts(const scenario::Options& options, const std::vector<bool>& served) const {
    return covering::counts({.name = "H", .alternatives = ways(options)}, served);
  }
};

scenario::Options options_with(scenario::WhiteRule rule, bool hollow_counts = true) {
  scenario::Options options;
  options.service.white_rule = rule;
  options.plan.hollow_counts = hollow_counts;
  return options;
}

}  // namespace

TEST_CASE("a hamlet counts from the covered share of its weight up") {
  const WeightedPoints quarters({0.25, 0.25, 0.25, 0.25});
  const auto ways = quarters.ways(options_with(kNoPoint, false));
  REQUIRE(ways.size() == 1);
  CHECK(ways[0].least_weight == 0.75);
  CHECK(quarters.counts(options_with(kNoPoint, false), {true, false, true, true}));
  CHECK_FALSE(quarters.counts(options_with(kNoPoint, false), {true, true, false, false}));
}

TEST_CASE("points without weight are left out of what covers a hamlet, and the others keep their layers") {
  const auto ways = WeightedPoints({0.0, 0.5, 0.5}).ways(options_with(kNoPoint, false));
  REQUIRE(ways[0].points.size() == 2);
  CHECK(ways[0].points[0].cover_sets == std::vector<std::vector<OptionIndex>>{{1}});
  CHECK(ways[0].points[1].cover_sets == std::vector<std::vector<OptionIndex>>{{2}});
}

TEST_CASE("a hamlet without points on the terrain cannot count") {
  CHECK(WeightedPoints(std::vector<double>{}).ways(options_with(kCentre)).empty());
}

TEST_CASE("where hollow counts and white is a hamlet without any point, one point is enough") {
  const WeightedPoints thirds({0.4, 0.3, 0.3});
  CHECK(thirds.counts(options_with(kNoPoint), {false, false, true}));
  CHECK_FALSE(thirds.counts(options_with(kNoPoint), {false, false, false}));
  CHECK_FALSE(thirds.counts(options_with(kNoPoint, false), {false, false, true}));
}

TEST_CASE("where hollow counts and white goes by the centre, the centre is enough and no other point is") {
  const WeightedPoints thirds({0.4, 0.3, 0.3});
  CHECK(thirds.counts(options_with(kCentre), {true, false, false}));
  CHECK_FALSE(thirds.counts(options_with(kCentre), {false, true, true}));
}

TEST_CASE("a centre without weight needs one point with weight beside it") {
  const WeightedPoints around({0.0, 0.4, 0.3, 0.3});
  CHECK(around.counts(options_with(kCentre), {true, false, false, true}));
  CHECK_FALSE(around.counts(options_with(kCentre), {true, false, false, false}));
  CHECK_FALSE(around.counts(options_with(kCentre), {false, true, false, true}));
}

TEST_CASE("a hamlet whose centre is off the terrain has to be covered where white goes by the centre") {
  const WeightedPoints without_centre({0.5, 0.5}, 1);
  CHECK(without_centre.ways(options_with(kCentre)).size() == 1);
  CHECK(without_centre.ways(options_with(kNoPoint)).size() == 2);
}

TEST_CASE("where white is a hamlet with any cluster in the dark, hollow adds no way to count") {
  CHECK(WeightedPoints({0.5, 0.5}).ways(options_with(kAnyCluster)).size() == 1);
}

TEST_CASE("the ways of a hamlet say the same as the verdict of the coverage stage, whichever points are served") {
  CHECK(rc::check([] {
    std::vector<int> parts = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 30)));
    if (*rc::gen::arbitrary<bool>()) parts.front() = 0;
    const double all = std::max(1.0, static_cast<double>(std::accumulate(parts.begin(), parts.end(), 0)));
    std::vector<double> weights;
    for (const int part : parts)
      weights.push_back(part / all);
    const WeightedPoints hamlet(weights, *rc::gen::inRange(0, 2));
    const auto options = options_with(*rc::gen::element(kNoPoint, kCentre, kAnyCluster), *rc::gen::arbitrary<bool>());
    std::vector<bool> served;
    std::vector<coverage::CountedPoint> counted;
    for (const double weight : weights) {
      served.push_back(*rc::gen::arbitrary<bool>());
      counted.push_back({.weight = weight, .served = served.back()});
    }
    const bool centre_served = hamlet.points.front().point == 0 && served.front();
    const auto verdict = coverage::judge(counted, centre_served, options.service);
    RC_ASSERT(hamlet.counts(options, served) == coverage::counts(verdict.status, options.plan.hollow_counts));
  }));
}

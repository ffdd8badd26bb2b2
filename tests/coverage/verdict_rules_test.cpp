#include "sim/coverage/verdict_rules.h"

#include <doctest/doctest.h>

#include <vector>

using namespace phusong;
using namespace phusong::coverage;

namespace {

/// Four points of a quarter each.
std::vector<CountedPoint> quarters(std::vector<bool> served) {
  std::vector<CountedPoint> points;
  for (bool is_served : served)
    points.push_back({.weight = 0.25, .served = is_served});
  return points;
}

ShareAndStatus judged(const std::vector<CountedPoint>& points, scenario::WhiteRule rule, bool centre_served) {
  return judge(points, centre_served, {.white_rule = rule});
}

}  // namespace

TEST_CASE("a hamlet is covered from three quarters of its weight up") {
  using enum scenario::WhiteRule;
  CHECK(judged(quarters({true, true, true, false}), kNoPoint, true).status == Status::kCovered);
  CHECK(judged(quarters({true, true, false, false}), kNoPoint, true).status == Status::kHollow);
  CHECK(judged(quarters({true, true, false, false}), kNoPoint, true).share == doctest::Approx(0.5));
}

TEST_CASE("a share that misses the limit by rounding alone is enough") {
  const std::vector<CountedPoint> points(10, {.weight = 0.1, .served = true});
  CHECK(judge(points, true, {.hamlet_covered_share = 1.0}).status == Status::kCovered);
}

TEST_CASE("the white rule decides what an uncovered hamlet is called") {
  using enum scenario::WhiteRule;
  CHECK(judged(quarters({false, false, false, false}), kNoPoint, false).status == Status::kWhite);
  CHECK(judged(quarters({false, true, false, false}), kNoPoint, false).status == Status::kHollow);
  CHECK(judged(quarters({false, true, false, false}), kCentre, false).status == Status::kWhite);
  CHECK(judged(quarters({true, false, false, false}), kCentre, true).status == Status::kHollow);
  CHECK(judged(quarters({true, true, false, false}), kAnyCluster, true).status == Status::kWhite);
}

TEST_CASE("a centre without weight does not save a hamlet from being white") {
  std::vector<CountedPoint> points = {{.weight = 0.0, .served = true}, {.weight = 1.0, .served = false}};
  CHECK(judge(points, true, {}).status == Status::kWhite);
}

TEST_CASE("a hamlet without points is unknown") {
  CHECK(judge({}, false, {}).status == Status::kUnknown);
}

TEST_CASE("the probability is a half at the threshold and follows the normal distribution") {
  CHECK(probability_above(-110.0, -110.0, 7.0) == doctest::Approx(0.5));
  CHECK(probability_above(-103.0, -110.0, 7.0) == doctest::Approx(0.8413447));
  CHECK(probability_above(-110.0, -110.0, 0.0) == 1.0);
  CHECK(probability_above(-110.1, -110.0, 0.0) == 0.0);
}

TEST_CASE("building entry adds its own spread") {
  CHECK(total_sigma_db(3.0, {.model_sigma_db = 4.0}) == doctest::Approx(5.0));
  CHECK(total_sigma_db(2.0, {.model_sigma_db = 3.0, .indoor = true, .sigma_building_db = 6.0}) == doctest::Approx(7.0));
}

TEST_CASE("the level for a probability has that probability, and none covers below the least level") {
  scenario::ServiceOptions options;
  for (const double probability : {0.05, 0.5, 0.9, 0.99}) {
    const double level_dbm = coverage::level_for_probability(-110.0, probability, 7.0);
    CHECK(coverage::probability_above(level_dbm, -110.0, 7.0) == doctest::Approx(probability));
    options.location_probability = probability;
    const double least_dbm = coverage::least_covering_level_dbm(network::Technology::k4G, options);
    for (const double sigma_location_db : {0.0, 4.0, 9.0}) {
      const double sigma_db = coverage::total_sigma_db(sigma_location_db, options);
      CHECK(coverage::probability_above(least_dbm - 0.01, -110.0, sigma_db) < probability);
    }
  }
}

#include "sim/sunset/level_methods.h"

#include <doctest/doctest.h>

#include "sim/sunset/solve_sunset.h"
#include "tests/sunset/random_sunset.h"
#include "tests/sunset/three_hamlets.h"

using namespace phusong;
using namespace phusong::sunset;

TEST_CASE("the values that differ after CBC are its own, and stay its own") {
  const Objective before{.cells_left = 1, .last_period = 2, .refarmed_people_mhz = 1000.0, .cost_million_vnd = 5.0};
  Objective after = before;
  LevelMethods methods{};
  note_values_by_cbc(before, after, methods);
  for (const LevelMethod& method : methods)
    CHECK_FALSE(method.value_by_cbc);
  after.refarmed_people_mhz = 1001.0;
  note_values_by_cbc(before, after, methods);
  note_values_by_cbc(after, after, methods);
  CHECK_FALSE(methods[0].value_by_cbc);
  CHECK_FALSE(methods[1].value_by_cbc);
  CHECK(methods[2].value_by_cbc);
  CHECK_FALSE(methods[3].value_by_cbc);
}

TEST_CASE("the words of a level name the method of its value and that of its bound") {
  CHECK(words_of(0, {}) == "search; bound by crews and floors");
  CHECK(words_of(2, {.bound_by_cbc = true}) == "search; bound by CBC on the exact model");
  CHECK(words_of(3, {.value_by_cbc = true}) ==
        "CBC on the exact model; bound by handsets of the last period and fewest masts");
  CHECK(words_of(1, {.value_by_cbc = true, .bound_by_cbc = true}) == "CBC on the exact model");
}

TEST_CASE("a bound that CBC raises on a small model is CBC's, and what the search has proven already is not") {
  SunsetModel model = tests::three_hamlets();
  model.max_sites_per_period = 1;
  // The last two carriers cover the same people, which the quick bound counts twice as long as the first has to wait.
  model.carriers[0].blockers = {1, 2};
  const std::vector<Link> both = {model.carriers[1].links[0], model.carriers[2].links[0]};
  model.carriers[1].links = model.carriers[2].links = both;
  const SunsetSolution solved = solve_sunset(model, tests::silent);
  CHECK(solved.solver.find("CBC for each level") != std::string::npos);
  CHECK_FALSE(solved.methods[0].bound_by_cbc);
  CHECK(words_of(1, solved.methods[1]) == "search; bound by crews and floors");
  CHECK(solved.methods[2].bound_by_cbc);
}

TEST_CASE("handsets count among the whole numbers that keep a model from CBC, though cells and carriers are few") {
  const SunsetModel model = tests::random_sunset({.hamlets = 100, .cells = 36, .periods = 8});
  REQUIRE((model.cells.size() + model.carriers.size()) * 8 < 600);
  const SunsetSolution solved = solve_sunset(model, tests::silent);
  CHECK(solved.solver.find("the exact model is too large for CBC") != std::string::npos);
  for (const LevelMethod& method : solved.methods) {
    CHECK_FALSE(method.value_by_cbc);
    CHECK_FALSE(method.bound_by_cbc);
  }
}

#include "sim/planning/steps/years.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace phusong::planning;

TEST_CASE("without a budget of a year all is built in year 1") {
  CHECK(years_of({100.0, 1e9, 0.0}, std::nullopt) == std::vector{1, 1, 1});
  CHECK(years_of({}, 50.0).empty());
}

TEST_CASE(
    "a step that the rest of a year's budget pays to the last dong is that year's, a dearer one the next year's") {
  CHECK(years_of({60.0, 40.0}, 100.0) == std::vector{1, 1});
  CHECK(years_of({60.0, 40.0 + 1e-10}, 100.0) == std::vector{1, 1});  // rounding of sums
  CHECK(years_of({60.0, 40.001}, 100.0) == std::vector{1, 2});
}

TEST_CASE("a new year begins with its budget alone: what the last one left is gone") {
  CHECK(years_of({60.0, 60.0, 60.0}, 100.0) == std::vector{1, 2, 3});
  CHECK(years_of({60.0, 60.0, 40.0, 1.0}, 100.0) == std::vector{1, 2, 2, 3});
}

TEST_CASE("a step that no year's budget pays takes a year of its own") {
  CHECK(years_of({250.0, 10.0}, 100.0) == std::vector{1, 2});
  CHECK(years_of({10.0, 250.0, 10.0}, 100.0) == std::vector{1, 2, 3});
  CHECK(years_of({250.0, 250.0}, 100.0) == std::vector{1, 2});
}

TEST_CASE("years follow each other, break the budget for single steps alone, and end where the next step is too dear") {
  CHECK(rc::check([] {
    const double budget = *rc::gen::inRange(10, 100);
    const auto costs = *rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 150));
    const std::vector<double> capex(costs.begin(), costs.end());
    const std::vector<int> years = years_of(capex, budget);
    RC_ASSERT(years.size() == capex.size());
    double spent = 0.0;
    std::size_t steps = 0;
    for (std::size_t i = 0; i < years.size(); ++i) {
      const int last_year = i == 0 ? 1 : years[i - 1];
      RC_ASSERT((years[i] == last_year || years[i] == last_year + 1));
      if (years[i] != last_year) {
        RC_ASSERT(spent + capex[i] > budget);
        spent = 0.0;
        steps = 0;
      }
      spent += capex[i];
      ++steps;
      RC_ASSERT((spent <= budget || steps == 1));
    }
  }));
}

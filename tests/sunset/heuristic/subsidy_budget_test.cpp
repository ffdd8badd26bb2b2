#include "sim/sunset/heuristic/subsidy_budget.h"

#include <doctest/doctest.h>

using namespace phusong;
using namespace phusong::sunset;

TEST_CASE("a period's handsets are given up to their number, and what is taken back can be given again") {
  SubsidyBudget budget(10, {20, 20, 20}, 0);
  budget.begin_period();
  CHECK(budget.left() == 10);
  budget.give(0, {7, 0, 0, 0});
  CHECK(budget.left() == 3);
  CHECK(budget.needed(0) == 13);
  CHECK_FALSE(budget.can_give(1, 4));
  budget.take_back(0, {7, 0, 0, 0});
  CHECK(budget.can_give(1, 10));
  CHECK(budget.given(0) == ClassCounts{});
  budget.give(1, {0, 10, 0, 0});
  budget.begin_period();
  CHECK(budget.left() == 10);
}

TEST_CASE("handsets beyond a demand's need come out of the reserve alone") {
  SubsidyBudget budget(10, {2, 0, 0}, 1);
  budget.begin_period();
  CHECK(budget.can_give(0, 3));
  CHECK_FALSE(budget.can_give(0, 4));
  budget.give(0, {3, 0, 0, 0});
  CHECK(budget.needed(0) == 0);
  CHECK_FALSE(budget.can_give(1, 1));
  budget.take_back(0, {1, 0, 0, 0});
  CHECK(budget.can_give(1, 1));
}

#include "sim/sunset/exact/exact_rows.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "sim/optimisation/milp/solve.h"
#include "sim/sunset/exact/exact_model.h"
#include "tests/sunset/three_hamlets.h"

using namespace phusong;
using namespace phusong::sunset;
using tests::three_hamlets;

namespace {

std::size_t rows_named(const milp::Model& model, const std::string& prefix) {
  return static_cast<std::size_t>(
      std::ranges::count_if(model.rows, [&](const milp::Row& row) { return row.name.starts_with(prefix); }));
}

}  // namespace

TEST_CASE("steps are integer variables, one per period, that never decrease") {
  milp::Model model;
  ExactRows rows(3, model);
  const Steps steps = rows.add_steps("off", 7, 4.0);
  REQUIRE(steps.size() == 3);
  CHECK(model.variables[steps[1]].name == "off_7_2");
  CHECK(model.variables[steps[1]].integer);
  CHECK(model.variables[steps[1]].upper == 4.0);
  REQUIRE(model.rows.size() == 2);
  CHECK(model.rows[0].name == "off_stays_7_2");
  CHECK(model.rows[0].lower == 0.0);
}

TEST_CASE("a change is the difference to the period before, and terms of one variable are added up") {
  milp::Model model;
  ExactRows rows(2, model);
  const Steps steps = rows.add_steps("off", 0);
  Terms terms;
  add_change(steps, 1, 2.0, terms);
  add_change(steps, 2, 3.0, terms);
  rows.add_row("sum", 0.0, 1.0, terms);
  const auto& sum = model.rows.back().terms;
  REQUIRE(sum.size() == 2);
  CHECK(sum[0] == std::pair<std::size_t, double>{steps[0], -1.0});
  CHECK(sum[1] == std::pair<std::size_t, double>{steps[1], 3.0});
}

TEST_CASE("the exact model has a row of each limit for each period, and none that the scenario does not ask for") {
  SunsetModel model = three_hamlets();
  const milp::Model free = ExactModel(model).milp();
  CHECK(rows_named(free, "clear_") == 4 * 3);  // three carriers wait for four cells in all
  CHECK(rows_named(free, "crew_cells_") == 0);
  CHECK(rows_named(free, "crew_sites_") == 0);
  CHECK(rows_named(free, "swap_budget") == 0);
  CHECK(rows_named(free, "handsets_") == 3);
  CHECK(rows_named(free, "floor_") == 3 * 2 * 3);
  model.max_cells_per_period = 1;
  model.max_sites_per_period = 1;
  tests::add_swap(model);
  model.carriers[2].blocked_for_good = true;
  const milp::Model limited = ExactModel(model).milp();
  CHECK(rows_named(limited, "clear_") == 3 * 3);
  CHECK(rows_named(limited, "crew_cells_") == 3);
  CHECK(rows_named(limited, "crew_sites_") == 3);
  CHECK(rows_named(limited, "swap_budget") == 1);
}

TEST_CASE("a demand that nothing can harm has no rows") {
  SunsetModel model = three_hamlets();
  model.demands[1].voice_floor = 0.0;
  CHECK(rows_named(ExactModel(model).milp(), "floor_") == 2 * 2 * 3);
  model.subsidies_per_period = 0;
  CHECK(rows_named(ExactModel(model).milp(), "handsets_") == 0);
}

TEST_CASE("the objectives of the exact model are optimised one after the other") {
  SunsetModel model = three_hamlets();
  model.max_cells_per_period = 2;
  ExactModel exact(model);
  const milp::Solution first = milp::solve(exact.milp(), {});
  REQUIRE(first.feasible);
  CHECK(first.objective == doctest::Approx(2.0));  // no cell left, last period 2
  exact.constrain_cells_and_period({.cells_left = 0, .last_period = 2});
  exact.maximise_refarmed_people();
  const milp::Solution second = milp::solve(exact.milp(), {});
  REQUIRE(second.feasible);
  CHECK(second.objective == doctest::Approx(5.0 * (3 * 500.0 + 2 * 100.0)));
  exact.constrain_refarmed_people({.refarmed_people_mhz = second.objective});
  exact.minimise_cost();
  const milp::Solution third = milp::solve(exact.milp(), {});
  REQUIRE(third.feasible);
  CHECK(third.objective == doctest::Approx(3 * 600.0 + 6 * 0.5));
  CHECK(objective_of(model, exact.schedule_of(third.values)).cells_left == 0);
}

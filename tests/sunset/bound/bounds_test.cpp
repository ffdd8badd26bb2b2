#include "sim/sunset/bound/bounds.h"

#include <doctest/doctest.h>

#include "sim/sunset/bound/component_solver.h"
#include "sim/sunset/bound/presolve.h"
#include "tests/sunset/three_hamlets.h"

using namespace phusong;
using namespace phusong::sunset;
using tests::three_hamlets;

TEST_CASE("crews bound the cells on in each period by cells and by sites") {
  SunsetModel model = three_hamlets();
  CHECK(compute_bounds(model, tests::silent).crews.periods_for_all() == 1);
  model.max_cells_per_period = 1;
  const Bounds by_cells = compute_bounds(model, tests::silent);
  CHECK(by_cells.crews.periods_for_all() == 3);
  CHECK(by_cells.fewest_on == std::vector<std::int64_t>{3, 2, 1, 0});
  model.max_cells_per_period = 0;
  model.max_sites_per_period = 1;
  model.cells[1].site = 0;
  const Bounds by_sites = compute_bounds(model, tests::silent);
  CHECK(by_sites.crews.periods_for_all() == 2);
  CHECK(by_sites.fewest_on == std::vector<std::int64_t>{3, 1, 0, 0});
}

TEST_CASE("the earliest last period is the first that crews and cells kept before leave possible") {
  SunsetModel model = three_hamlets();
  model.max_cells_per_period = 1;
  const Bounds bounds = compute_bounds(model, tests::silent);
  CHECK(earliest_last_period(bounds, 0) == 3);
  CHECK(earliest_last_period(bounds, 2) == 1);
  CHECK(earliest_last_period(bounds, 3) == 0);
  Bounds late = bounds;
  late.fewest_on = {3, 3, 3, 0};
  CHECK(earliest_last_period(late, 0) == 4);
}

TEST_CASE("a cell that has to stay bounds every period, and the carriers that wait for it cover nobody") {
  SunsetModel model = three_hamlets();
  model.carriers[1].blocked_for_good = true;
  const Bounds bounds = compute_bounds(model, tests::silent);
  CHECK(bounds.fewest_on == std::vector<std::int64_t>{3, 1, 1, 1});
  CHECK(bounds.may_be_refarmed.back() == std::vector<bool>{false, false, true});
  REQUIRE(bounds.terminal.state);
  CHECK(bounds.terminal.state->keep == std::vector<bool>{false, true, false});
  CHECK(bounds.terminal.state->handsets == 4);
  const Objective found{.cells_left = 1, .last_period = 1, .refarmed_people_mhz = 4500.0, .cost_million_vnd = 602.0};
  const Objective bound = objective_bounds(model, bounds, found, tests::silent);
  CHECK(bound.cells_left == 1);
  CHECK(bound.last_period == 1);
  CHECK(bound.refarmed_people_mhz == 5.0 * 300.0 * 3);
  CHECK(bound.cost_million_vnd == 4 * 0.5 + 600.0);
}

TEST_CASE("the bound of the cost knows that a cheaper swap may spare the radio of a refarmed mast") {
  SunsetModel model = three_hamlets();
  tests::add_swap(model);
  model.swaps[0].cost_million_vnd = 100.0;
  const Bounds bounds = compute_bounds(model, tests::silent);
  const Objective found{.cells_left = 0, .last_period = 1, .refarmed_people_mhz = 4500.0, .cost_million_vnd = 103.0};
  CHECK(objective_bounds(model, bounds, found, tests::silent).cost_million_vnd <= 103.0);
}

TEST_CASE("a component's relaxation is weighed by the multiplier of handsets") {
  const SunsetModel model = three_hamlets();
  const std::vector<Component> components = connected_components(model, presolve(model, 1), 1);
  ComponentSolver solver(components[2]);
  REQUIRE(solver.all_off());
  CHECK(solver.all_off()->handsets == 2);
  CHECK(solver.all_on().cells_on == 1);
  CHECK(solver.search(0.0, tests::silent).bound == doctest::Approx(0.0));
  const ComponentSolver::Answer cheap = solver.search(0.1, tests::silent);
  REQUIRE(cheap.state);
  CHECK(cheap.state->cells_on == 0);
  CHECK(cheap.bound == doctest::Approx(0.2));
  const ComponentSolver::Answer dear = solver.search(4.0, tests::silent);
  CHECK(dear.bound == doctest::Approx(1.0));
}

TEST_CASE("the relaxation of a period keeps to the handsets of the periods so far") {
  SunsetModel model = three_hamlets();
  model.subsidies_per_period = 2;
  for (int period = 1; period <= 3; ++period) {
    CAPTURE(period);
    const TerminalRelaxation end = solve_terminal_relaxation(model, period, RelaxationEffort::kState, tests::silent);
    REQUIRE(end.state);
    CHECK(end.fewest_on == 3 - period);
    CHECK(end.state->cells_on == 3 - period);
    CHECK(end.state->handsets == 2 * period);
    CHECK(fewest_handsets(model, period, 0, tests::silent) == 6);
  }
}

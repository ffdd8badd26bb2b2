#include "sim/sunset/heuristic/sunset_state.h"

#include <doctest/doctest.h>

#include <array>

#include "sim/sunset/heuristic/clearing.h"
#include "tests/sunset/three_hamlets.h"

using namespace phusong;
using namespace phusong::sunset;
using tests::three_hamlets;

namespace {

SunsetState state_of(const SunsetModel& model) {
  SunsetState state(model, SubsidyBudget(model.subsidies_per_period, {2, 2, 2}, 10));
  state.begin_period();
  return state;
}

}  // namespace

TEST_CASE("a cell goes off with the carrier that it makes way for and the handsets that its floor needs") {
  const SunsetModel model = three_hamlets();
  SunsetState state = state_of(model);
  const std::array<CellIndex, 1> cell = {1};
  CHECK(state.try_switch_off(cell));
  CHECK_FALSE(state.is_on(1));
  CHECK(state.is_on_air(1));
  CHECK_FALSE(state.is_on_air(0));
  CHECK(state.cells_on() == 2);
  REQUIRE(state.schedule().subsidies.size() == 1);
  CHECK(state.schedule().subsidies.front().handsets == ClassCounts{2, 0, 0, 0});
  CHECK(state.cells_in_the_way(0) == std::vector<CellIndex>{0});
}

TEST_CASE("a move that breaks a floor changes nothing and names the demands") {
  SunsetModel model = three_hamlets();
  model.subsidies_per_period = 3;
  SunsetState state = state_of(model);
  const std::array<CellIndex, 3> cells = {0, 1, 2};
  CHECK(state.switch_off(cells, SunsetState::Report::kAll) == std::vector<DemandIndex>{1, 2});
  CHECK(state.cells_on() == 3);
  CHECK(state.subsidy_budget().left() == 3);
  CHECK_FALSE(state.is_on_air(1));
  CHECK(state.schedule().subsidies.empty());
  CHECK(state.crew().cells_left() > 3);
  CHECK(state.switch_off(cells, SunsetState::Report::kFirst).size() == 1);
}

TEST_CASE("crews decide how many cells and sites a move may have") {
  SunsetModel model = three_hamlets();
  model.max_cells_per_period = 2;
  model.max_sites_per_period = 1;
  SunsetState state = state_of(model);
  CHECK_FALSE(state.can_switch_off(std::array<CellIndex, 3>{0, 1, 2}));
  CHECK_FALSE(state.can_switch_off(std::array<CellIndex, 2>{0, 1}));
  CHECK(state.try_switch_off(std::array<CellIndex, 1>{0}));
  CHECK_FALSE(state.try_switch_off(std::array<CellIndex, 1>{1}));
  state.begin_period();
  CHECK(state.try_switch_off(std::array<CellIndex, 1>{1}));
}

TEST_CASE("a carrier that was left waiting starts once crews can visit, unless it is blocked for good or useless") {
  SunsetModel model = three_hamlets();
  model.carriers[1].useful = false;
  model.carriers[2].blocked_for_good = true;
  for (Demand& demand : model.demands)
    demand.voice_floor = 0.0;
  SunsetState state = state_of(model);
  CHECK(state.try_switch_off(std::array<CellIndex, 3>{0, 1, 2}));
  state.start_clear_carriers();
  CHECK(state.is_on_air(0));
  CHECK_FALSE(state.is_on_air(1));
  CHECK_FALSE(state.is_on_air(2));
}

TEST_CASE("handsets given ahead are no more than the demand has and the period leaves") {
  SunsetModel model = three_hamlets();
  model.subsidies_per_period = 3;
  SunsetState state = state_of(model);
  state.give_ahead(1, {5, 5, 0, 0});
  CHECK(state.subsidy_budget().given(1) == ClassCounts{2, 0, 0, 0});
  state.give_ahead(2, {2, 0, 0, 0});
  CHECK(state.subsidy_budget().given(2) == ClassCounts{1, 0, 0, 0});
  CHECK(state.subsidy_budget().left() == 0);
}

TEST_CASE("a swap needs a visit") {
  SunsetModel model = three_hamlets();
  tests::add_swap(model);
  model.max_sites_per_period = 1;
  SunsetState state = state_of(model);
  CHECK(state.try_switch_off(std::array<CellIndex, 1>{0}));
  CHECK_FALSE(state.try_swap(0));
  state.begin_period();
  CHECK(state.try_swap(0));
  CHECK(state.schedule().swap_period[0] == 2);
}

TEST_CASE("clearing begins with the carrier that brings the most people per cell") {
  SunsetModel model = three_hamlets();
  model.max_cells_per_period = 1;
  SunsetState state = state_of(model);
  const std::vector<bool> keep;
  Clearing clearing(model, state, keep);
  clearing.clear_spectrum();
  CHECK_FALSE(state.is_on(2));  // 300 people for one cell; 200 for one; 100 for two
  CHECK(state.is_on(1));
  state.begin_period();
  clearing.clear_spectrum();
  CHECK_FALSE(state.is_on(1));
}

TEST_CASE("clearing leaves cells that are to be kept, and carriers that they are in the way of") {
  const SunsetModel model = three_hamlets();
  SunsetState state = state_of(model);
  const std::vector<bool> keep = {false, true, false};
  Clearing clearing(model, state, keep);
  clearing.clear_spectrum();
  CHECK(state.is_on(0));
  CHECK(state.is_on(1));
  CHECK_FALSE(state.is_on(2));
}

#include "sim/sunset/outcome/plain_schedule.h"

#include <doctest/doctest.h>

#include "sim/sunset/outcome/guard_waits.h"
#include "sim/sunset/outcome/on_air.h"
#include "sim/sunset/outcome/technology_status.h"
#include "sim/sunset/outcome/work_steps.h"
#include "tests/sunset/three_hamlets.h"

using namespace phusong;
using namespace phusong::sunset;
using network::Technology;
using Action = PlainSchedule::Action;
using tests::ThreeHamlets;

namespace {

/// Three hamlets with swaps for the second and third mast, of which the latter is made; see the schedule.
struct Planned : ThreeHamlets {
  BuiltModel built;
  AllCells all;
  PlainSchedule plain;

  Planned() {
    options().swap_budget_million_vnd = 600.0;
    radio.new_cells = make_new_cells(scenario);
    built = build_model(scenario, radio);
    all = built.cells;
    Schedule schedule(built.model);
    schedule.off_period = {2, 1, kNever};
    schedule.on_period = {2, 3, kNever};
    schedule.swap_period = {kNever, 2};
    schedule.subsidies = {{1, 1, {2, 0, 0, 0}}};
    plain = plain_schedule(scenario.network, radio.new_cells, built, schedule);
  }

  std::size_t swap_cells() const { return radio.new_cells.swaps[1].cells.size(); }
  std::vector<OnAir> on_air() const {
    return on_air_intervals(scenario.network, all, plain, Technology::k2G, scenario.options.sunset.periods);
  }
};

}  // namespace

TEST_CASE("a schedule in plain terms names cells, hamlets and operators, swaps first") {
  const Planned planned;
  REQUIRE(planned.plain.steps.size() == planned.swap_cells() + 4);
  const auto& first = planned.plain.steps.front();
  CHECK(first.period == 2);
  CHECK(planned.all.cells[first.cell].site == 2);
  CHECK(first.action == Action::kOn);
  const auto& off = planned.plain.steps[planned.swap_cells()];
  CHECK(off.cell == 0);
  CHECK(off.action == Action::kOff);
  CHECK(planned.plain.steps.back().cell == 5);
  CHECK(planned.plain.steps.back().period == 3);
  REQUIRE(planned.plain.handsets.size() == 1);
  CHECK(planned.plain.handsets[0].hamlet == 1);
  CHECK(planned.plain.handsets[0].operator_name == "A");
  CHECK(planned.plain.handsets[0].from_2g_only == 2);
}

TEST_CASE("steps are in the order of the work, with a visit per site and period and a cost per equipped site") {
  const Planned planned;
  const std::vector<WorkStep> steps = work_steps(planned.all, planned.plain, 600.0);
  REQUIRE(steps.size() == planned.plain.steps.size());
  CHECK(steps[0].cell == 1);
  CHECK(steps[0].action == WorkStep::Action::kOff);
  CHECK(steps[0].cost_million_vnd == 0.0);
  CHECK(steps[1].action == WorkStep::Action::kSwapOn);
  CHECK(steps[1].is_visit);
  CHECK(steps[1].cost_million_vnd == 600.0);
  double swap_cost = 0.0;
  int swap_visits = 0;
  for (const WorkStep& step : steps) {
    if (step.action != WorkStep::Action::kSwapOn) continue;
    swap_cost += step.cost_million_vnd;
    swap_visits += step.is_visit ? 1 : 0;
  }
  CHECK(swap_cost == 600.0);
  CHECK(swap_visits == 1);
  const WorkStep& refarm = steps[steps.size() - 2];
  CHECK(refarm.action == WorkStep::Action::kRefarmOn);
  CHECK_FALSE(refarm.is_visit);  // its old cell goes off in the same period
  CHECK(refarm.cost_million_vnd == 600.0);
  CHECK(steps.back().is_visit);
}

TEST_CASE("a carrier that starts on a mast after its swap bears no cost") {
  Planned planned;
  planned.plain.steps.push_back({3, 2, Action::kOff});
  planned.plain.steps.push_back({3, 6, Action::kOn});
  const std::vector<WorkStep> steps = work_steps(planned.all, planned.plain, 600.0);
  double cost = 0.0;
  for (const WorkStep& step : steps)
    cost += step.cost_million_vnd;
  CHECK(cost == 3 * 600.0);
  CHECK(steps.back().cell == 6);
  CHECK(steps.back().cost_million_vnd == 0.0);
}

TEST_CASE("a cell is on air until the period before it goes off, or from the period in which it goes on") {
  Planned planned;
  planned.scenario.network.cells[3].exempt = true;  // of another technology: it stays
  const std::vector<OnAir> on_air = planned.on_air();
  CHECK(on_air[0].last == 1);
  CHECK(on_air[0].fate == CellFate::kGoes);
  CHECK(on_air[1].first == 0);
  CHECK(on_air[1].last == 0);
  CHECK(on_air[2].last == 3);
  CHECK(on_air[2].fate == CellFate::kLeft);
  CHECK(on_air[3].fate == CellFate::kStays);
  CHECK(on_air[4].first == 2);
  CHECK(on_air[4].fate == CellFate::kRefarmed);
  CHECK_FALSE(on_air[6].ever());
  CHECK(on_air.back().ever());
  CHECK(on_air.back().fate == CellFate::kSwap);
}

TEST_CASE("exempt cells and cells of masts that are off have fates of their own") {
  Planned planned;
  planned.all.cells[2].exempt = true;
  planned.scenario.network.sites[0].status = network::SiteStatus::kPlanned;
  const std::vector<OnAir> on_air = planned.on_air();
  CHECK(on_air[2].fate == CellFate::kExempt);
  CHECK_FALSE(on_air[3].ever());
}

TEST_CASE("a guard conflict is over once its cell is off") {
  Planned planned;
  const std::vector<GuardWait> waits = guard_waits(planned.scenario, planned.radio, planned.plain);
  REQUIRE(waits.size() == 1);
  CHECK(waits[0].refarmed == 0);
  CHECK(waits[0].cell == 1);
  CHECK(waits[0].hamlet == 0);
  CHECK(waits[0].clear_from_period == 1);
  planned.plain.steps.clear();
  CHECK_FALSE(guard_waits(planned.scenario, planned.radio, planned.plain)[0].clear_from_period);
}

TEST_CASE("a hamlet's status in each technology follows the cells on air") {
  const Planned planned;
  const TechnologyStatus status(planned.scenario, planned.radio.signals, planned.all, planned.on_air());
  const auto of = [&](std::size_t hamlet, Technology technology, int period) {
    return status.of(hamlet, 0, technology, period);
  };
  using enum coverage::Status;
  CHECK(of(0, Technology::k2G, 0) == kCovered);
  CHECK(of(0, Technology::k2G, 1) == kCovered);
  CHECK(of(0, Technology::k2G, 2) == kWhite);
  CHECK(of(0, Technology::k4G, 0) == kCovered);
  CHECK(of(1, Technology::k2G, 1) == kWhite);
  CHECK(of(1, Technology::k4G, 2) == kWhite);
  CHECK(of(1, Technology::k4G, 3) == kCovered);
  CHECK(of(2, Technology::k2G, 3) == kCovered);
  CHECK(of(2, Technology::k3G, 3) == kWhite);
}

TEST_CASE("a hamlet without a point on the terrain has no known status") {
  Planned planned;
  planned.radio.signals.points.pop_back();
  planned.radio.signals.signals = {{0, 0, -70.0, true}};
  const TechnologyStatus status(planned.scenario, planned.radio.signals, planned.all, planned.on_air());
  CHECK(status.of(2, 0, Technology::k2G, 0) == coverage::Status::kUnknown);
}

#include "sim/planning/verify.h"

#include <doctest/doctest.h>

#include "tests/planning/backhaul/backhaul_world.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;
using coverage::Status;
using Texts = std::vector<std::string>;

namespace {

/// Two hamlets, the first of which counts today and the second by the plan's one step, for 100 and 10 a year.
struct VerifiedWorld {
  scenario::Scenario scenario = backhaul_scenario();
  StationPlan plan;

  VerifiedWorld() {
    add_hamlet(scenario, "old", at(1000, 1000));
    add_hamlet(scenario, "gained", at(2000, 1000));
    plan.before.verdicts.emplace_back(2);
    plan.after.verdicts.emplace_back(2);
    set_status(Status::kCovered, Status::kCovered);
    plan.before.verdicts.front()[0].status = Status::kCovered;
    const Cost cost{.capex_million_vnd = 100.0, .opex_million_vnd_per_year = 10.0};
    plan.outcome.cost = cost;
    plan.outcome.steps.push_back({.technologies = {}, .cost = cost, .hamlets_gained = {1}});
    plan.outcome.cost_lines.push_back(
        {.site_id = "N",
         .line = {.quantity = 2.0, .unit_cost_million_vnd = 50.0, .unit_opex_million_vnd_per_year = 5.0}});
  }

  void set_status(Status old_hamlet, Status gained_hamlet) {
    plan.after.verdicts.front()[0].status = old_hamlet;
    plan.after.verdicts.front()[1].status = gained_hamlet;
  }

  Texts texts() const { return disagreements(scenario, ridge_terrain(100.0F), plan); }
};

}  // namespace

TEST_CASE("a plan whose parts agree contradicts itself in nothing") {
  CHECK(VerifiedWorld().texts() == Texts{});
}

TEST_CASE("a hamlet that a step gains has to count in the end, and one that counts today too") {
  VerifiedWorld world;
  world.set_status(Status::kCovered, Status::kWhite);
  CHECK(world.texts() == Texts{"hamlet gained does not count with the plan built"});
  world.set_status(Status::kWhite, Status::kCovered);
  CHECK(world.texts() == Texts{"hamlet old does not count with the plan built"});
}

TEST_CASE("a hollow hamlet keeps what a step says where hollow counts") {
  VerifiedWorld world;
  world.set_status(Status::kCovered, Status::kHollow);
  CHECK(world.texts().size() == 1);
  world.scenario.options.plan.hollow_counts = true;
  CHECK(world.texts().empty());
}

TEST_CASE("a hamlet that nobody promised need not count") {
  VerifiedWorld world;
  world.set_status(Status::kCovered, Status::kWhite);
  world.plan.outcome.steps[0].hamlets_gained.clear();
  CHECK(world.texts().empty());
}

TEST_CASE("the cost lines add up to the plan, but for rounding") {
  VerifiedWorld world;
  world.plan.outcome.cost_lines[0].line.unit_cost_million_vnd += 4e-7;
  CHECK(world.texts().empty());
  world.plan.outcome.cost_lines[0].line.unit_cost_million_vnd = 51.0;
  CHECK(world.texts() == Texts{"the cost lines add up to 102 million VND of capex, the plan to 100"});
  world.plan.outcome.cost_lines[0].line.unit_cost_million_vnd = 50.0;
  world.plan.outcome.cost_lines[0].line.unit_opex_million_vnd_per_year = 6.0;
  CHECK(world.texts() == Texts{"the cost lines add up to 12 million VND of opex, the plan to 10"});
}

TEST_CASE("the steps add up to the plan") {
  VerifiedWorld world;
  world.plan.outcome.steps.push_back(world.plan.outcome.steps.front());
  CHECK(world.texts() == Texts{"the steps add up to 200 million VND of capex, the plan to 100",
                               "the steps add up to 20 million VND of opex, the plan to 10"});
}

TEST_CASE("the capex of a plan is within its budget, but for rounding") {
  VerifiedWorld world;
  auto& budget = world.scenario.options.plan.target.budget_million_vnd;
  budget = 100.0 - 5e-7;
  CHECK(world.texts().empty());
  budget = 99.0;
  CHECK(world.texts() == Texts{"the plan costs 100 million VND of capex and the budget is 99"});
}

TEST_CASE("the faults of the backhaul are the plan's") {
  VerifiedWorld world;
  world.plan.stations.push_back({.candidate = 0, .node = node_at(world.scenario, "N", at(5000, 5000))});
  CHECK(world.texts() == Texts{"the backhaul has not one route per station"});
}

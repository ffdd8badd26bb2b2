#include "sim/planning/make_plan.h"

#include <doctest/doctest.h>
#include <tbb/global_control.h>

#include <algorithm>

#include "sim/optimisation/milp/solve.h"
#include "tests/planning/plan_world.h"

using namespace phusong;
using namespace phusong::planning;
using namespace phusong::tests;

namespace {

/// Every choice of the candidates, as lists.
std::vector<std::vector<std::size_t>> all_choices(std::size_t candidates) {
  std::vector<std::vector<std::size_t>> choices;
  for (unsigned bits = 0; bits < (1U << candidates); ++bits) {
    choices.emplace_back();
    for (std::size_t i = 0; i < candidates; ++i)
      if ((bits >> i & 1U) != 0) choices.back().push_back(i);
  }
  return choices;
}

double objective_of(const StationPlan& plan, const std::vector<std::size_t>& candidates) {
  double sum = 0.0;
  for (const std::size_t candidate : candidates)
    sum += plan.candidates.costs[candidate].cost().objective_million_vnd(5.0);
  return sum;
}

double capex_of(const StationPlan& plan, const std::vector<std::size_t>& candidates) {
  double sum = 0.0;
  for (const std::size_t candidate : candidates)
    sum += plan.candidates.costs[candidate].cost().capex_million_vnd;
  return sum;
}

}  // namespace

TEST_CASE("a plan is the cheapest of all choices of candidates, each judged by the coverage stage") {
  scenario::Scenario scenario = valleys_and_candidates();
  const gis::Terrain terrain = ridged_terrain();
  for (const double share : {0.5, 0.8, 1.0}) {
    scenario.options.plan.target.hamlet_share = share;
    const StationPlan plan = make_plan_of(scenario, terrain);
    CAPTURE(share);
    REQUIRE(plan.outcome.before.hamlets == 1);
    REQUIRE(plan.candidates.set.candidates.size() == 7);
    const auto needed = static_cast<std::size_t>(plan.goal.needed);
    double least = 1e9;
    for (const auto& choice : all_choices(plan.candidates.set.candidates.size())) {
      const double objective = objective_of(plan, choice);
      if (objective < least && hamlets_covered_with(scenario, terrain, plan, choice) >= needed) least = objective;
    }
    CHECK(plan.outcome.reached);
    CHECK(plan.outcome.optimality.objective == doctest::Approx(least));
    CHECK(plan.outcome.optimality.lower_bound == doctest::Approx(least));
    CHECK(plan.outcome.after.hamlets >= needed);
    CHECK(plan.full->lower_bound <= plan.full->objective + 1e-6);
    CHECK(plan.full->objective <= least + 1e-6);
  }
}

TEST_CASE("a budget buys as many hamlets as any choice of candidates within it") {
  scenario::Scenario scenario = valleys_and_candidates();
  const gis::Terrain terrain = ridged_terrain();
  scenario.options.plan.target.hamlet_share.reset();
  for (const double budget : {500.0, 1500.0, 3000.0}) {
    scenario.options.plan.target.budget_million_vnd = budget;
    const StationPlan plan = make_plan_of(scenario, terrain);
    CAPTURE(budget);
    std::size_t most = 0;
    for (const auto& choice : all_choices(plan.candidates.set.candidates.size())) {
      if (capex_of(plan, choice) <= budget)
        most = std::max(most, hamlets_covered_with(scenario, terrain, plan, choice));
    }
    CHECK(plan.outcome.after.hamlets == most);
    CHECK(plan.outcome.cost.capex_million_vnd <= budget);
  }
}

TEST_CASE("a target out of reach gives the most that can be reached") {
  scenario::Scenario scenario = valleys_and_candidates();
  scenario.plan_tables.candidates.pop_back();  // nothing reaches the hamlet in the east
  scenario.options.plan.target.hamlet_share = 1.0;
  const StationPlan plan = make_plan_of(scenario, ridged_terrain());
  CHECK_FALSE(plan.outcome.reached);
  CHECK(plan.outcome.after.hamlets == 5);
}

TEST_CASE("a share of people is reached by the hamlets where they live") {
  scenario::Scenario scenario = valleys_and_candidates();
  scenario.options.plan.target.hamlet_share.reset();
  scenario.options.plan.target.population_share = 0.6;  // H0 and H4 of 1,750 people
  const StationPlan plan = make_plan_of(scenario, ridged_terrain());
  REQUIRE(plan.outcome.reached);
  CHECK(plan.after.verdicts.front()[4].status == coverage::Status::kCovered);
}

TEST_CASE("every commune gets its share where the plan asks for it") {
  scenario::Scenario scenario = valleys_and_candidates();
  scenario.options.plan.target.hamlet_share = 0.1;
  scenario.options.plan.per_commune_min_share = 0.5;
  const StationPlan plan = make_plan_of(scenario, ridged_terrain());
  REQUIRE(plan.outcome.reached);
  CHECK(plan.after.verdicts.front()[5].status == coverage::Status::kCovered);  // the only one in the east
  CHECK(plan.outcome.after.hamlets >= 4);
}

TEST_CASE("the steps add up to the plan, the best for its cost first") {
  scenario::Scenario scenario = valleys_and_candidates();
  scenario.options.plan.target.hamlet_share = 1.0;
  scenario.options.plan.budget_per_year = 2000.0;
  const StationPlan plan = make_plan_of(scenario, ridged_terrain());
  double capex = 0.0;
  std::size_t hamlets = plan.outcome.before.hamlets;
  int year = 1;
  for (const PlanStep& step : plan.outcome.steps) {
    capex += step.cost.capex_million_vnd;
    hamlets += step.hamlets_gained.size();
    CHECK(step.year >= year);
    year = step.year;
    CHECK(step.cumulative_hamlet_share == doctest::Approx(static_cast<double>(hamlets) / 6.0));
  }
  CHECK(year > 1);
  CHECK(hamlets == plan.outcome.after.hamlets);
  CHECK(capex == doctest::Approx(plan.outcome.cost.capex_million_vnd));
}

TEST_CASE("one thread and two give the same plan") {
  scenario::Scenario scenario = valleys_and_candidates();
  scenario::PlanCandidates& candidates = scenario.options.plan.candidates;
  candidates.from_hamlets = candidates.from_peaks = candidates.existing_masts = true;
  const gis::Terrain terrain = ridged_terrain();
  const auto ids_with = [&](std::size_t threads) {
    const tbb::global_control control(tbb::global_control::max_allowed_parallelism, threads);
    const StationPlan plan = make_plan_of(scenario, terrain);
    std::vector<std::string> ids;
    for (const PlannedStation& station : plan.stations)
      ids.push_back(plan.candidates.set.candidates[station.candidate].candidate_id);
    return ids;
  };
  const std::vector<std::string> ids = ids_with(1);
  CHECK_FALSE(ids.empty());
  CHECK(ids == ids_with(2));
}

TEST_CASE("another operator's mast is taken by colocation, an own mast by an upgrade") {
  scenario::Scenario scenario = valleys_and_candidates();
  const std::size_t other = add_site(scenario, "B1", at(8000, 16500), "B");
  scenario.network.sites[other].backhaul = network::Backhaul::kFibre;
  const std::size_t own = add_site(scenario, "A2", at(18000, 11000));
  scenario.network.sites[own].backhaul = network::Backhaul::kFibre;
  plan_for(scenario, "A");
  scenario.plan_tables.candidates.clear();
  scenario.options.plan.candidates.existing_masts = true;
  scenario.options.plan.target.hamlet_share = 1.0;
  const StationPlan plan = make_plan_of(scenario, ridged_terrain());
  REQUIRE(plan.rows.upgrades.size() == 2);
  CHECK(plan.rows.upgrades[0].mast.site_id == "B1");
  CHECK(plan.rows.upgrades[0].site_id == "B1-A");
  CHECK(plan.rows.upgrades[1].site_id == "A2");
  REQUIRE(plan.rows.sites.size() == 1);
  CHECK(plan.rows.sites[0].operator_name == "A");
  const auto colocations =
      std::ranges::count(plan.outcome.cost_lines, "colocation", [](const SiteCostLine& row) { return row.line.item; });
  CHECK(colocations == 1);
}

TEST_CASE("a mast whose row says that it has no backhaul gets some with its equipment") {
  scenario::Scenario scenario = valleys_and_candidates();
  const std::size_t own = add_site(scenario, "A2", at(18000, 11000));
  plan_for(scenario, "A");
  scenario.plan_tables.candidates.clear();
  scenario.options.plan.candidates.existing_masts = true;
  scenario.options.plan.target.hamlet_share = 1.0;
  for (const network::Backhaul backhaul : {network::Backhaul::kFibre, network::Backhaul::kNone}) {
    scenario.network.sites[own].backhaul = backhaul;
    const StationPlan plan = make_plan_of(scenario, ridged_terrain());
    const auto upgrade = std::ranges::find(plan.rows.upgrades, "A2", &UpgradedMast::site_id);
    REQUIRE(upgrade != plan.rows.upgrades.end());
    const auto links = std::ranges::count(plan.backhaul.links, "A2", &BackhaulLink::from);
    CHECK(links == (backhaul == network::Backhaul::kNone ? 1 : 0));
    CHECK(upgrade->mast.backhaul != network::Backhaul::kNone);
  }
}

TEST_CASE("a limit of links at masts raises the objective of the plan, and a budget is kept all the same") {
  scenario::Scenario scenario = valleys_and_candidates();
  scenario.options.plan.target.hamlet_share = 1.0;
  const gis::Terrain terrain = ridged_terrain();
  for (const int links : {1, 4}) {
    CAPTURE(links);
    scenario.options.backhaul.max_links_per_node = links;
    const StationPlan plan = make_plan_of(scenario, terrain);
    CHECK(plan.outcome.optimality.objective >= plan.full->objective - 1e-6);
    CHECK(plan.outcome.optimality.lower_bound <= plan.outcome.optimality.objective + 1e-6);
    scenario::Scenario poor = scenario;
    poor.options.plan.target.hamlet_share.reset();
    for (const double share : {0.4, 0.7, 0.95}) {
      poor.options.plan.target.budget_million_vnd = share * plan.outcome.cost.capex_million_vnd;
      const StationPlan bought = make_plan_of(poor, terrain);
      CHECK(bought.outcome.cost.capex_million_vnd <= *poor.options.plan.target.budget_million_vnd + 1e-6);
      CHECK(bought.outcome.optimality.objective <= bought.outcome.optimality.lower_bound + 1e-6);
    }
  }
}

TEST_CASE("the model of a bound is that of the goal reached instead where the goal is out of reach") {
  scenario::Scenario scenario = valleys_and_candidates();
  scenario.plan_tables.candidates.pop_back();
  scenario.options.plan.target.hamlet_share = 1.0;
  const StationPlan plan = make_plan_of(scenario, ridged_terrain());
  REQUIRE_FALSE(plan.outcome.reached);
  const milp::Solution solution = milp::solve(model_of_bound(scenario, plan), {});
  REQUIRE(solution.feasible);
  CHECK(solution.objective == doctest::Approx(plan.outcome.optimality.objective));
}

TEST_CASE("a plan with losses in memory follows no path of a mast on air twice, and is the same plan") {
  const scenario::Scenario scenario = valleys_and_candidates();
  const gis::Terrain terrain = ridged_terrain();
  progress::Progress progress;
  const auto plan_with = [&](coverage::PathLossStore& store) {
    return std::get<StationPlan>(make_plan(scenario, terrain, {.store = &store}, progress));
  };
  coverage::PathLossStore counting;
  coverage::PathLossStore memory(coverage::StoreMemory{1'000'000}, terrain, scenario.crs, scenario.options);
  const StationPlan plain = plan_with(counting), plan = plan_with(memory);
  CHECK(memory.tally().point_paths_read > 0);
  CHECK(memory.tally().point_paths_read + memory.tally().point_paths_computed == counting.tally().point_paths_computed);
  CHECK(plan.outcome.optimality.objective == plain.outcome.optimality.objective);
  REQUIRE(plan.after.verdicts.front().size() == plain.after.verdicts.front().size());
  for (std::size_t i = 0; i < plain.after.verdicts.front().size(); ++i) {
    CHECK(plan.after.verdicts.front()[i].share == plain.after.verdicts.front()[i].share);
    CHECK(plan.after.verdicts.front()[i].status == plain.after.verdicts.front()[i].status);
  }
}

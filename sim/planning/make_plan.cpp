#include "sim/planning/make_plan.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>

#include "sim/coverage/verdict_rules.h"
#include "sim/optimisation/covering/problem/model_of.h"
#include "sim/planning/broadband/broadband_model.h"
#include "sim/planning/candidates/candidate_set.h"
#include "sim/planning/choose_stations.h"
#include "sim/planning/goal/selection_builder.h"
#include "sim/planning/notes.h"
#include "sim/planning/plan_scenario.h"
#include "sim/planning/station_rows.h"
#include "sim/planning/steps/plan_steps.h"
#include "sim/planning/verify.h"

namespace phusong::planning {
namespace {

/// The values that every stage may look at.
struct PlanContext {
  const scenario::Scenario& scenario;
  const scenario::Scenario& own;  ///< as the plan's operator sees it
  const gis::Terrain& terrain;
  const coverage::CoverageRequest& request;
  progress::Progress& progress;
};

Reach reach_of(const scenario::Scenario& scenario, const coverage::CoverageResult& result) {
  Reach reach;
  const std::vector<coverage::HamletVerdict>& verdicts = result.verdicts.front();
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    if (!coverage::counts(verdicts[i].status, scenario.options.plan.hollow_counts)) continue;
    ++reach.hamlets;
    reach.people += scenario.network.hamlets[i].population;
  }
  return reach;
}

void append(std::vector<PlanNote> more, std::vector<PlanNote>& notes) {
  std::ranges::move(more, std::back_inserter(notes));
}

covering::Problem problem_of(const scenario::Scenario& scenario, const coverage::CoverageResult& today,
                             const CandidateStudy& study) {
  std::vector<Cost> costs;
  for (const CandidateCost& cost : study.costs)
    costs.push_back(cost.cost());
  return selection_problem({.scenario = scenario,
                            .today = today,
                            .need = study.need,
                            .set = study.set,
                            .matrix = study.matrix,
                            .costs = costs});
}

PlanOutcome outcome_of_choice(const PlanContext& context, const covering::Problem& problem, const CandidateStudy& study,
                              const StationChoice& choice) {
  const auto& [scenario, own, terrain, request, progress] = context;
  PlanOutcome outcome{.reached = choice.selection.reached,
                      .cost_lines = choice.connected.cost_lines,
                      .cost = choice.connected.cost,
                      .steps = station_steps({.scenario = scenario,
                                              .problem = problem,
                                              .candidates = {study.set, study.costs},
                                              .connected = choice.connected}),
                      .optimality = {.objective = choice.selection.objective,
                                     .lower_bound = choice.selection.bound,
                                     .gap = choice.selection.gap,
                                     .stopped_by = choice.selection.stopped_by},
                      .unserved = {},
                      .notes = notes_on_terrain(scenario, terrain)};
  append(choice.notes, outcome.notes);
  append(notes_on_roads(study.set, choice.connected.stations), outcome.notes);
  append(notes_on_years(outcome.steps, scenario.options.plan.budget_per_year), outcome.notes);
  return outcome;
}

/// Adds the coverage of the network with the rows of the plan in its tables.
void add_coverage(const PlanContext& context, const covering::Problem& problem, StationPlan& plan) {
  scenario::Scenario built = context.own;
  add_rows(built, plan.rows);
  plan.after = coverage::compute_coverage(built, context.terrain, context.request, context.progress);
  plan.built_cells = std::move(built.network.cells);
  plan.outcome.before = reach_of(context.scenario, plan.before);
  plan.outcome.after = reach_of(context.scenario, plan.after);
  plan.outcome.unserved = unserved_by_stations(
      {.scenario = context.scenario, .terrain = context.terrain, .coverage = plan.after, .cells = plan.built_cells},
      problem);
}

void throw_where_wrong(const PlanContext& context, const StationPlan& plan) {
  std::string text;
  for (const std::string& fault : disagreements(context.scenario, context.terrain, plan))
    text += "\n  " + fault;
  if (!text.empty()) throw std::logic_error("the plan does not stand its check:" + text);
}

std::optional<double> value_within_reach(const covering::Solution& selection) {
  if (!selection.goal_instead) return std::nullopt;
  return selection.goal_instead->least_value;
}

StationPlan plan_stations(const PlanContext& context, coverage::CoverageResult today) {
  const scenario::Scenario& scenario = context.scenario;
  CandidateStudy study =
      find_useful_candidates(scenario, context.terrain, today, context.request.store, context.progress);
  const BackhaulFinder finder(scenario, context.terrain, relay_locations(study.set));
  study.costs = candidate_costs(scenario, study.set, finder, context.progress);
  const covering::Problem problem = problem_of(scenario, today, study);
  StationChoice choice = choose_stations(
      {.options = scenario.options.plan, .problem = problem, .candidates = {study.set, study.costs}, .finder = finder},
      context.progress);
  StationPlan plan{.outcome = outcome_of_choice(context, problem, study, choice),
                   .goal = {.needed = problem.goal.least_value, .within_reach = value_within_reach(choice.selection)},
                   .solver = choice.selection.solver,
                   .rows = new_rows(scenario, {study.set, study.costs}, choice.connected),
                   .full = full_bound({.scenario = scenario,
                                       .set = study.set,
                                       .costs = study.costs,
                                       .problem = problem,
                                       .selection = choice.selection,
                                       .finder = finder,
                                       .plan_cost = choice.connected.cost},
                                      context.progress),
                   .before = std::move(today)};
  plan.candidates = std::move(study);
  plan.stations = std::move(choice.connected.stations);
  plan.backhaul = std::move(choice.connected.backhaul);
  add_coverage(context, problem, plan);
  throw_where_wrong(context, plan);
  return plan;
}

/// Counts the hamlets with fixed broadband, once fibre leads to `more` of them.
Reach broadband_reach(const network::Network& network, const std::vector<std::size_t>& more) {
  Reach reach{.hamlets = more.size()};
  for (const std::size_t hamlet : more)
    reach.people += network.hamlets[hamlet].population;
  for (const network::Hamlet& hamlet : network.hamlets) {
    if (!hamlet.fixed_broadband) continue;
    ++reach.hamlets;
    reach.people += hamlet.population;
  }
  return reach;
}

BroadbandPlan plan_fibre(const PlanContext& context, const coverage::CoverageResult& today) {
  const scenario::Scenario& scenario = context.scenario;
  BroadbandPlan plan{.outcome = {}, .fibre = plan_broadband(scenario, context.progress)};
  const FibreNetwork& fibre = plan.fibre;
  plan.outcome = {
      .before = broadband_reach(scenario.network, {}),
      .after = broadband_reach(scenario.network, fibre.hamlets_connected),
      .reached = fibre.reached,
      .cost_lines = {},
      .cost = fibre.cost,
      .steps = broadband_steps(scenario, fibre),
      .optimality = {.objective = fibre.objective,
                     .lower_bound = fibre.bound,
                     .gap = fibre.gap,
                     .stopped_by = fibre.stopped_by},
      .unserved = unserved_by_fibre(
          {.scenario = scenario, .terrain = context.terrain, .coverage = today, .cells = context.own.network.cells},
          fibre.hamlets_without, fibre.reached),
      .notes = {}};
  for (const BackhaulLink& link : fibre.links) {
    for (const CostLine& line : link.cost_lines)
      plan.outcome.cost_lines.push_back({.site_id = link.from, .line = line});
  }
  append(notes_on_years(plan.outcome.steps, scenario.options.plan.budget_per_year), plan.outcome.notes);
  return plan;
}

milp::Model model_of(const scenario::Scenario& scenario, const BroadbandPlan& /*plan*/) {
  return broadband_model(broadband_problem(scenario),
                         fibre_cost_per_km(scenario).objective_million_vnd(scenario.options.plan.opex_years));
}

milp::Model model_of(const scenario::Scenario& scenario, const StationPlan& plan) {
  covering::Problem problem = problem_of(scenario, plan.before, plan.candidates);
  if (plan.goal.within_reach) {
    problem.goal.least_value = *plan.goal.within_reach;
    problem.goal.quotas.clear();
  }
  return covering::model_of(problem);
}

}  // namespace

const PlanOutcome& outcome_of(const Plan& plan) {
  return std::visit([](const auto& kind) -> const PlanOutcome& { return kind.outcome; }, plan);
}

milp::Model model_of_bound(const scenario::Scenario& scenario, const Plan& plan) {
  return std::visit([&scenario](const auto& kind) { return model_of(scenario, kind); }, plan);
}

Plan make_plan(const scenario::Scenario& scenario, const gis::Terrain& terrain,
               const coverage::CoverageRequest& request, progress::Progress& progress) {
  const scenario::Scenario own = plan_scenario(scenario);
  const PlanContext context{
      .scenario = scenario, .own = own, .terrain = terrain, .request = request, .progress = progress};
  coverage::CoverageResult today = coverage::compute_coverage(own, terrain, {.store = request.store}, progress);
  // The paths of the masts on air come back with the plan built, those of candidates never.
  if (request.store != nullptr) request.store->close_memory();
  if (scenario.options.plan.target.fixed_broadband_share) return plan_fibre(context, today);
  return plan_stations(context, std::move(today));
}

}  // namespace phusong::planning

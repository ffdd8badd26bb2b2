#include "sim/planning/full_bound.h"

#include <algorithm>

#include "sim/planning/candidate_costs.h"

namespace phusong::planning {
namespace {

/// The selection problem with least costs; says whether any cost is another.
bool lower_costs(const scenario::Scenario& scenario, const Plan& plan, const BackhaulFinder& finder,
                 covering::Problem& problem) {
  std::vector<BackhaulNode> nodes;
  for (const Candidate& candidate : plan.set.candidates)
    nodes.push_back(backhaul_node(plan.set.site_of(candidate)));
  const std::vector<double> least = finder.least_link_objectives(nodes);
  bool any = false;
  for (std::size_t i = 0; i < problem.options.size(); ++i) {
    const double own = total(plan.costs[i].station.cost_lines).objective_million_vnd(scenario.options.plan.opex_years);
    const double cost = std::min(problem.options[i].cost, own + least[i]);
    any = any || cost < problem.options[i].cost;
    problem.options[i].cost = cost;
  }
  return any;
}

}  // namespace

std::optional<FullBound> full_bound(const scenario::Scenario& scenario, const Plan& plan, const BackhaulFinder& finder,
                                    progress::Progress& progress) {
  if (plan.problem.goal.budget_capex || !plan.selection.reached) return std::nullopt;
  const scenario::PlanOptions& options = scenario.options.plan;
  FullBound full{.objective = plan.cost.objective_million_vnd(options.opex_years), .lower_bound = plan.selection.bound};
  covering::Problem problem = plan.problem;
  if (lower_costs(scenario, plan, finder, problem)) {
    const covering::Settings settings{.gap = options.gap, .time_limit_s = options.time_limit_s, .seed = options.seed};
    full.lower_bound = covering::solve(problem, settings, progress).bound;
  }
  full.gap = (full.objective - full.lower_bound) / std::max(full.objective, 1e-9);
  return full;
}

}  // namespace phusong::planning

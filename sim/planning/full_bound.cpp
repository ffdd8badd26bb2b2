#include "sim/planning/full_bound.h"

#include <algorithm>

#include "sim/planning/relative_gap.h"

namespace phusong::planning {
namespace {

/// Lowers the cost of each option to that of the station with its cheapest first link. Returns whether any is lower.
bool lower_costs(const FullBoundInputs& inputs, covering::Problem& problem) {
  const double opex_years = inputs.scenario.options.plan.opex_years;
  const std::vector<double> least = inputs.finder.least_link_objectives(backhaul_nodes(inputs.set));
  bool any = false;
  for (std::size_t i = 0; i < problem.options.size(); ++i) {
    const double own = total(inputs.costs[i].station.cost_lines).objective_million_vnd(opex_years);
    const double cost = std::min(problem.options[i].cost, own + least[i]);
    any = any || cost < problem.options[i].cost;
    problem.options[i].cost = cost;
  }
  return any;
}

}  // namespace

std::optional<FullBound> full_bound(const FullBoundInputs& inputs, progress::Progress& progress) {
  if (inputs.problem.goal.budget_capex || !inputs.selection.reached) return std::nullopt;
  const scenario::PlanOptions& options = inputs.scenario.options.plan;
  FullBound full{.objective = inputs.plan_cost.objective_million_vnd(options.opex_years),
                 .lower_bound = inputs.selection.bound};
  covering::Problem problem = inputs.problem;
  if (lower_costs(inputs, problem)) {
    const covering::Settings settings{.gap = options.gap, .time_limit_s = options.time_limit_s, .seed = options.seed};
    full.lower_bound = covering::solve(problem, settings, progress).bound;
  }
  full.gap = relative_gap(full.objective, full.lower_bound);
  return full;
}

}  // namespace phusong::planning

#include "sim/optimisation/covering/decomposition/lagrangian_subproblem.h"

#include <algorithm>
#include <cmath>

#include "sim/optimisation/covering/cuts/integer_cuts.h"
#include "sim/optimisation/covering/problem/coverage_count.h"
#include "sim/optimisation/milp/branch_and_cut.h"
#include "sim/progress/deadline.h"

namespace phusong::covering {

namespace {

/// Evaluates Eq. (12) for the options that a model's values build. The z are counted anew: the model may lack a cover
/// cut that they violate.
double cost_of(const LagrangianSubproblem& subproblem, const std::vector<double>& values) {
  CoverageCount count(subproblem.problem);
  for (OptionIndex i = 0; i < subproblem.problem.options.size(); ++i)
    if (values[i] > 0.5) count.build(i);
  double cost = count.cost();
  for (std::size_t d = 0; d < subproblem.demand_cost.size(); ++d)
    if (count.counts(d)) cost += subproblem.demand_cost[d];
  return cost;
}

/// Cost of a good selection, searched among the options of the relaxation's support; to build nothing costs nothing.
double heuristic_cost(const LagrangianSubproblem& subproblem, milp::LazyModel lazy, const milp::Relaxation& relaxed,
                      const milp::SolveLimits& limits) {
  for (std::size_t i = 0; i < subproblem.problem.options.size(); ++i)
    if (relaxed.values[i] <= 1e-9) lazy.model.variables[i].upper = 0.0;
  const milp::Solution solution = milp::branch_and_cut(lazy, milp::SearchFor::kSolutions, limits);
  return solution.feasible ? std::min(0.0, cost_of(subproblem, solution.values)) : 0.0;
}

/// Reduced-cost fixing: a variable stays at its bound if to leave it would cost more than `cost`.
void fix_variables(const milp::Relaxation& relaxed, double cost, milp::Model& model) {
  const double slack = cost - relaxed.objective + 1e-6 * std::max(1.0, std::abs(cost));
  for (std::size_t i = 0; i < model.variables.size(); ++i) {
    milp::Variable& variable = model.variables[i];
    if (relaxed.reduced_costs[i] > slack) variable.upper = variable.lower;
    if (-relaxed.reduced_costs[i] > slack) variable.lower = variable.upper;
  }
}

}  // namespace

MasterModel master_model(const LagrangianSubproblem& subproblem) {
  MasterModel master = minimised(master_model(subproblem.problem));
  for (std::size_t d = 0; d < subproblem.demand_cost.size(); ++d)
    master.model.variables[variable_of_demand(subproblem.problem, d)].cost = subproblem.demand_cost[d];
  return master;
}

const milp::Relaxation& tighten(const LagrangianSubproblem& subproblem, CutRelaxation& relaxation,
                                std::size_t integer_rounds, const progress::Progress& progress, double time_limit_s) {
  constexpr std::size_t kRounds = 40;
  progress.throw_if_stopped();
  const progress::Deadline deadline(time_limit_s);
  relaxation.add(subproblem.known_cuts);
  relaxation.tighten(kRounds, progress, deadline.left_s());
  return tighten_by_integer_cuts(subproblem.problem, relaxation, integer_rounds, progress, deadline.left_s());
}

double subproblem_bound(const LagrangianSubproblem& subproblem, const DecompositionLimits& limits,
                        const progress::Progress& progress) {
  constexpr std::size_t kIntegerRounds = 6;
  CutRelaxation relaxation(subproblem.problem, master_model(subproblem));
  const milp::Relaxation& relaxed = tighten(subproblem, relaxation, kIntegerRounds, progress, limits.time_limit_s);
  if (!relaxed.feasible) return -milp::kInfinity;
  // Without a separator: the bound is valid without the missing rows too, and each search begins at the root.
  milp::LazyModel lazy{.model = relaxation.lazy_model().model, .separator = {}};
  milp::SolveLimits work{
      .nodes = 60, .time_limit_s = limits.time_limit_s, .stop_requested = [&] { return progress.stop_requested(); }};
  const double known_cost = heuristic_cost(subproblem, lazy, relaxed, work);
  if (known_cost <= relaxed.objective) return relaxed.objective;
  fix_variables(relaxed, known_cost, lazy.model);
  work.nodes = limits.nodes;
  const milp::Solution solution = milp::branch_and_cut(lazy, milp::SearchFor::kBound, work, known_cost);
  progress.throw_if_stopped();
  return std::isfinite(solution.bound) ? std::max(relaxed.objective, solution.bound) : relaxed.objective;
}

}  // namespace phusong::covering

#include "sim/optimisation/covering/decomposition/lagrangian_subproblem.h"

#include <algorithm>
#include <cmath>

#include "sim/optimisation/covering/cuts/cut_relaxation.h"
#include "sim/optimisation/covering/cuts/integer_cuts.h"
#include "sim/optimisation/covering/problem/coverage_count.h"
#include "sim/optimisation/covering/problem/master_model.h"
#include "sim/optimisation/milp/branch_and_cut.h"
#include "sim/progress/deadline.h"

namespace phusong::covering {

namespace {

/// Cost of what a model's values build, counted anew: they may break a cover cut that the model does not have.
double cost_of(const LagrangianSubproblem& piece, const std::vector<double>& values) {
  CoverageCount count(piece.problem);
  for (OptionIndex i = 0; i < piece.problem.options.size(); ++i)
    if (values[i] > 0.5) count.build(i);
  double cost = count.cost();
  for (std::size_t h = 0; h < piece.hamlet_cost.size(); ++h)
    if (count.counts(h)) cost += piece.hamlet_cost[h];
  return cost;
}

/// What a selection costs that is found among the options that the relaxation uses; building nothing costs nothing.
double cost_of_some_selection(const LagrangianSubproblem& piece, milp::LazyModel lazy, const milp::Relaxation& relaxed,
                              const milp::SolveLimits& limits) {
  for (std::size_t i = 0; i < piece.problem.options.size(); ++i)
    if (relaxed.values[i] <= 1e-9) lazy.model.variables[i].upper = 0.0;
  const milp::Solution solution = milp::branch_and_cut(lazy, milp::SearchFor::kSolutions, limits);
  return solution.feasible ? std::min(0.0, cost_of(piece, solution.values)) : 0.0;
}

/// Fixes what no selection of less than `cost` has or lacks, by the reduced costs of the relaxation.
void fix_variables(const milp::Relaxation& relaxed, double cost, milp::Model& model) {
  const double slack = cost - relaxed.objective + 1e-6 * std::max(1.0, std::abs(cost));
  for (std::size_t i = 0; i < model.variables.size(); ++i) {
    milp::Variable& variable = model.variables[i];
    if (relaxed.reduced_costs[i] > slack) variable.upper = variable.lower;
    if (-relaxed.reduced_costs[i] > slack) variable.lower = variable.upper;
  }
}

}  // namespace

milp::Model master_model(const LagrangianSubproblem& piece) {
  milp::Model frame = minimised(master_model(piece.problem));
  for (std::size_t h = 0; h < piece.hamlet_cost.size(); ++h)
    frame.variables[variable_of_hamlet(piece.problem, h)].cost = piece.hamlet_cost[h];
  return frame;
}

const milp::Relaxation& tighten(const LagrangianSubproblem& piece, CutRelaxation& relaxation,
                                std::size_t integer_rounds, const progress::Progress& progress, double time_limit_s) {
  constexpr std::size_t kRounds = 40;
  progress.throw_if_stopped();
  const progress::Deadline deadline(time_limit_s);
  relaxation.add(piece.known);
  relaxation.tighten(kRounds, progress, deadline.left_s());
  return tighten_by_integer_cuts(piece.problem, relaxation, integer_rounds, progress, deadline.left_s());
}

double least_cost_of(const LagrangianSubproblem& piece, const DecompositionLimits& limits,
                     const progress::Progress& progress) {
  constexpr std::size_t kIntegerRounds = 6;
  CutRelaxation relaxation(piece.problem, master_model(piece));
  const milp::Relaxation& relaxed = tighten(piece, relaxation, kIntegerRounds, progress, limits.time_limit_s);
  if (!relaxed.feasible) return -milp::kInfinity;
  // Without a separator: rows that are lacking make the bound no less valid, and each search begins at the root.
  milp::LazyModel lazy{.model = relaxation.lazy_model().model, .separator = {}};
  milp::SolveLimits work{
      .nodes = 60, .time_limit_s = limits.time_limit_s, .stop_requested = [&] { return progress.stop_requested(); }};
  const double known_cost = cost_of_some_selection(piece, lazy, relaxed, work);
  if (known_cost <= relaxed.objective) return relaxed.objective;
  fix_variables(relaxed, known_cost, lazy.model);
  work.nodes = limits.nodes;
  const milp::Solution solution = milp::branch_and_cut(lazy, milp::SearchFor::kBound, work, known_cost);
  progress.throw_if_stopped();
  return std::isfinite(solution.bound) ? std::max(relaxed.objective, solution.bound) : relaxed.objective;
}

}  // namespace phusong::covering

#include "sim/optimisation/covering/decomposition/lagrangian_dual.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "sim/optimisation/covering/problem/value.h"
#include "sim/progress/deadline.h"

namespace phusong::covering {

namespace {

/// The median of the multipliers above 0; 0 where there are none.
double median_multiplier(std::vector<double> multipliers) {
  std::erase_if(multipliers, [](double multiplier) { return multiplier <= 0.0; });
  if (multipliers.empty()) return 0.0;
  const auto middle = multipliers.begin() + static_cast<std::ptrdiff_t>(multipliers.size() / 2);
  std::nth_element(multipliers.begin(), middle, multipliers.end());
  return *middle;
}

/// The relaxation of one region, its cuts in the numbers of the whole problem.
struct RegionResult {
  bool feasible = false;
  double objective = 0.0, value = 0.0, cost = 0.0, goal_dual = 0.0;
  std::vector<Cut> cuts;  ///< with duals above 0
  std::vector<double> duals;
};

RegionResult result_of(const LagrangianSubproblem& subproblem, const CutRelaxation& relaxation) {
  const milp::Relaxation& relaxed = relaxation.relaxation();
  RegionResult result{.feasible = relaxed.feasible};
  if (!relaxed.feasible) return result;
  result.objective = relaxed.objective;
  result.goal_dual = std::abs(relaxed.row_duals[relaxation.master().goal_row]);
  for (std::size_t k = 0; k < subproblem.options.size(); ++k)
    result.cost += subproblem.problem.options[k].cost * relaxed.values[k];
  for (std::size_t d = 0; d < subproblem.demands.size(); ++d) {
    result.value += subproblem.problem.demands[d].value * relaxed.values[variable_of_demand(subproblem.problem, d)];
  }
  for (std::size_t c = 0; c < relaxation.cuts().size(); ++c) {
    const double dual = relaxation.dual_of(c);
    if (dual <= 0.0) continue;
    result.cuts.push_back(in_whole(subproblem, relaxation.cuts()[c]));
    result.duals.push_back(dual);
  }
  return result;
}

RegionResult relax_region(const LagrangianSubproblem& subproblem, std::size_t integer_rounds,
                          const progress::Progress& progress, double time_limit_s) {
  CutRelaxation relaxation(subproblem.problem, master_model(subproblem));
  tighten(subproblem, relaxation, integer_rounds, progress, time_limit_s);
  return result_of(subproblem, relaxation);
}

}  // namespace

LagrangianDual::LagrangianDual(const Problem& problem, const CoverageCount& count)
    : problem_(problem),
      count_(count),
      master_(minimised(master_model(problem))),
      duals_(master_.model.rows.size(), 0.0) {}

/// Regions of an iteration, grown from another demand than those of the other iterations.
Regions LagrangianDual::regions(std::size_t iteration, std::size_t demands) const {
  constexpr std::size_t kStarts = 13;  // iterations before a start comes again
  const std::size_t all = problem_.demands.size();
  return split_in_regions(count_, all, demands, iteration % kStarts * all / kStarts);
}

void LagrangianDual::set_multiplier(double multiplier) {
  multiplier_ = multiplier;
  duals_[master_.goal_row] = problem_.goal.budget_capex ? -multiplier : multiplier;
}

/// The region's share of the goal, by the value of its demands.
Goal LagrangianDual::own_goal(const LagrangianSubproblem& subproblem) const {
  const double share = total_value(subproblem.problem) / std::max(1e-9, total_value(problem_));
  Goal goal{.least_value = share * problem_.goal.least_value};
  if (problem_.goal.budget_capex) goal.budget_capex = share * *problem_.goal.budget_capex;
  return goal;
}

LagrangianDual::Iterate LagrangianDual::relax(const LagrangianDecomposition& decomposition, const DualIterations& plan,
                                              bool with_own_goals, const progress::Progress& progress,
                                              double time_limit_s) {
  const progress::Deadline deadline(time_limit_s);
  std::vector<LagrangianSubproblem> subproblems = decomposition.subproblems(dual_solution());
  std::vector<RegionResult> results(subproblems.size());
  tbb::parallel_for(std::size_t{0}, subproblems.size(), [&](std::size_t r) {
    LagrangianSubproblem& subproblem = subproblems[r];
    if (with_own_goals) {
      subproblem.problem.goal = own_goal(subproblem);
      for (std::size_t k = 0; k < subproblem.options.size(); ++k)
        subproblem.problem.options[k].capex = problem_.options[subproblem.options[k]].capex;
    }
    results[r] = relax_region(subproblem, plan.integer_rounds, progress, deadline.left_s());
  });
  Iterate iterate;
  std::vector<double> bounds;
  double value = 0.0, cost = 0.0;
  for (RegionResult& result : results) {
    bounds.push_back(result.feasible ? result.objective : -milp::kInfinity);
    value += result.value;
    cost += result.cost;
    if (result.feasible) iterate.goal_duals.push_back(result.goal_dual);
    std::ranges::move(result.cuts, std::back_inserter(iterate.cuts));
    iterate.duals.insert(iterate.duals.end(), result.duals.begin(), result.duals.end());
  }
  const std::vector<std::size_t> subproblem_of_cut = decomposition.subproblems_of(cuts_);
  for (std::size_t c = 0; c < cuts_.size(); ++c) {
    if (subproblem_of_cut[c] != LagrangianDecomposition::kLinking) continue;
    iterate.cuts.push_back(cuts_[c]);
    iterate.duals.push_back(dual_solution().of_cut(c));
  }
  iterate.subgradient = problem_.goal.budget_capex ? *problem_.goal.budget_capex - cost / std::max(1e-9, multiplier_)
                                                   : value - problem_.goal.least_value;
  if (!with_own_goals) iterate.bound = decomposition.bound(dual_solution(), bounds);
  return iterate;
}

/// Takes the dual solution of an iteration for the next one.
void LagrangianDual::take_duals(const Iterate& iterate) {
  cuts_ = iterate.cuts;
  duals_.resize(master_.model.rows.size());
  duals_.insert(duals_.end(), iterate.duals.begin(), iterate.duals.end());
}

/// Initial multiplier: solves each region with its share of the goal and takes the median dual of the goal rows.
void LagrangianDual::initialise_multiplier(const DualIterations& plan, const progress::Progress& progress,
                                           double time_limit_s) {
  const LagrangianDecomposition decomposition(problem_, count_, regions(iteration_++, plan.demands));
  const Iterate iterate = relax(decomposition, plan, true, progress, time_limit_s);
  take_duals(iterate);
  set_multiplier(median_multiplier(iterate.goal_duals));
}

/// Step rule: multiplies the multiplier by e^±step, down where the subgradient is above 0. The step is halved where the
/// subgradient changes its sign, and grows again up to its limit elsewhere.
void LagrangianDual::step(double subgradient) {
  constexpr double kMostStep = 0.1, kGrowth = 1.25;
  step_ = subgradient * last_subgradient_ < 0.0 ? step_ / 2.0 : std::min(kMostStep, step_ * kGrowth);
  last_subgradient_ = subgradient;
  set_multiplier(multiplier_ * std::exp(subgradient > 0.0 ? -step_ : step_));
}

void LagrangianDual::iterate(const DualIterations& plan, const progress::Progress& progress, double time_limit_s) {
  constexpr double kLittle = 1e-3;  // relative gain of an iteration
  const progress::Deadline deadline(time_limit_s);
  if (iteration_ == 0) initialise_multiplier(plan, progress, deadline.left_s());
  int iterations_of_little = 0;
  struct {
    double multiplier = 0.0;
    Iterate iterate;
  } best;
  for (std::size_t k = 0; k < plan.iterations && iterations_of_little < 2 && !deadline.is_over(); ++k) {
    const LagrangianDecomposition decomposition(problem_, count_, regions(iteration_++, plan.demands));
    const Iterate iterate = relax(decomposition, plan, false, progress, deadline.left_s());
    if (!std::isfinite(iterate.bound)) break;
    iterations_of_little = iterate.bound - bound_ < kLittle * std::abs(bound_) ? iterations_of_little + 1 : 0;
    if (iterate.bound > bound_) {
      bound_ = iterate.bound;
      best.multiplier = multiplier_;
      best.iterate = iterate;
    }
    take_duals(iterate);
    step(iterate.subgradient);
  }
  if (!std::isfinite(best.iterate.bound)) return;
  take_duals(best.iterate);
  set_multiplier(best.multiplier);
}

void LagrangianDual::branch(std::size_t demands, const DecompositionLimits& limits,
                            const progress::Progress& progress) {
  const progress::Deadline deadline(limits.time_limit_s);
  const LagrangianDecomposition decomposition(problem_, count_, regions(0, demands));
  const std::vector<LagrangianSubproblem> subproblems = decomposition.subproblems(dual_solution());
  std::vector<double> bounds(subproblems.size());
  tbb::parallel_for(std::size_t{0}, subproblems.size(), [&](std::size_t r) {
    bounds[r] = subproblem_bound(subproblems[r], {.nodes = limits.nodes, .time_limit_s = deadline.left_s()}, progress);
  });
  bound_ = std::max(bound_, decomposition.bound(dual_solution(), bounds));
}

}  // namespace phusong::covering

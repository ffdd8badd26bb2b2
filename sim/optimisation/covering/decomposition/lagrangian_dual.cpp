#include "sim/optimisation/covering/decomposition/lagrangian_dual.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "sim/optimisation/covering/problem/master_model.h"
#include "sim/optimisation/covering/problem/value.h"
#include "sim/progress/deadline.h"

namespace phusong::covering {

namespace {

/// The row that says how much must count, or what may be paid.
std::size_t goal_row_of(const milp::Model& frame) {
  const auto row = std::ranges::find_if(
      frame.rows, [](const milp::Row& candidate) { return candidate.name == "target" || candidate.name == "budget"; });
  return static_cast<std::size_t>(row - frame.rows.begin());
}

/// The middle one of prices that are not 0; 0 where all are.
double median_price(std::vector<double> prices) {
  std::erase_if(prices, [](double price) { return price <= 0.0; });
  if (prices.empty()) return 0.0;
  const auto middle = prices.begin() + static_cast<std::ptrdiff_t>(prices.size() / 2);
  std::nth_element(prices.begin(), middle, prices.end());
  return *middle;
}

/// What one region found, its cuts in the numbers of the whole.
struct RegionAnswer {
  bool feasible = false;
  double objective = 0.0, served = 0.0, paid = 0.0, own_price = 0.0;
  std::vector<milp::Row> cuts;  ///< that pay something
  std::vector<double> duals;
};

RegionAnswer answer_of(const LagrangianSubproblem& piece, const LagrangianDecomposition& pieces,
                       const CutRelaxation& relaxation) {
  const milp::Relaxation& relaxed = relaxation.relaxation();
  RegionAnswer answer{.feasible = relaxed.feasible};
  if (!relaxed.feasible) return answer;
  answer.objective = relaxed.objective;
  answer.own_price = std::abs(relaxed.row_duals[goal_row_of(relaxation.frame())]);
  for (std::size_t k = 0; k < piece.options.size(); ++k)
    answer.paid += piece.problem.options[k].cost * relaxed.values[k];
  for (std::size_t h = 0; h < piece.hamlets.size(); ++h)
    answer.served += piece.problem.hamlets[h].value * relaxed.values[variable_of_hamlet(piece.problem, h)];
  for (std::size_t c = 0; c < relaxation.cuts().size(); ++c) {
    const double dual = relaxed.row_duals[relaxation.frame_rows() + c];
    if (dual <= 0.0) continue;
    milp::Row& cut = answer.cuts.emplace_back(relaxation.cuts()[c]);
    for (auto& [variable, coefficient] : cut.terms)
      variable = pieces.variable_in_whole(piece, variable);
    answer.duals.push_back(dual);
  }
  return answer;
}

RegionAnswer relax_region(const LagrangianSubproblem& piece, const LagrangianDecomposition& pieces,
                          std::size_t integer_rounds, const progress::Progress& progress, double time_limit_s) {
  CutRelaxation relaxation(piece.problem, master_model(piece));
  tighten(piece, relaxation, integer_rounds, progress, time_limit_s);
  return answer_of(piece, pieces, relaxation);
}

}  // namespace

LagrangianDual::LagrangianDual(const Problem& problem, const CoverageCount& count)
    : problem_(problem),
      count_(count),
      frame_(minimised(master_model(problem))),
      goal_row_(goal_row_of(frame_)),
      duals_(frame_.rows.size(), 0.0) {}

/// Of a pass that begins to split elsewhere than the others.
Regions LagrangianDual::regions(std::size_t pass, std::size_t hamlets) const {
  constexpr std::size_t kStride = 13;  // of so many passes none begins where another did
  const std::size_t all = problem_.hamlets.size();
  return split_in_regions(count_, all, hamlets, pass % kStride * all / kStride);
}

void LagrangianDual::set_price(double price) {
  price_ = price;
  duals_[goal_row_] = problem_.goal.budget_capex ? -price : price;
}

/// A share of the goal, by the value of its hamlets.
Goal LagrangianDual::own_goal(const LagrangianSubproblem& piece) const {
  const double share = total_value(piece.problem) / std::max(1e-9, total_value(problem_));
  Goal goal{.least_value = share * problem_.goal.least_value};
  if (problem_.goal.budget_capex) goal.budget_capex = share * *problem_.goal.budget_capex;
  return goal;
}

LagrangianDual::Pass LagrangianDual::relax(const LagrangianDecomposition& pieces, const RegionPasses& what,
                                           bool with_own_goals, const progress::Progress& progress,
                                           double time_limit_s) {
  const progress::Deadline deadline(time_limit_s);
  std::vector<LagrangianSubproblem> priced = pieces.priced(rows());
  std::vector<RegionAnswer> answers(priced.size());
  tbb::parallel_for(std::size_t{0}, priced.size(), [&](std::size_t p) {
    if (with_own_goals) {
      priced[p].problem.goal = own_goal(priced[p]);
      for (std::size_t k = 0; k < priced[p].options.size(); ++k)
        priced[p].problem.options[k].capex = problem_.options[priced[p].options[k]].capex;
    }
    answers[p] = relax_region(priced[p], pieces, what.integer_rounds, progress, deadline.left_s());
  });
  Pass pass;
  std::vector<double> least_costs;
  double served = 0.0, paid = 0.0;
  for (RegionAnswer& answer : answers) {
    least_costs.push_back(answer.feasible ? answer.objective : -milp::kInfinity);
    served += answer.served;
    paid += answer.paid;
    if (answer.feasible) pass.own_price.push_back(answer.own_price);
    std::ranges::move(answer.cuts, std::back_inserter(pass.cuts));
    pass.duals.insert(pass.duals.end(), answer.duals.begin(), answer.duals.end());
  }
  const std::vector<std::size_t> piece_of_cut = pieces.pieces_of(cuts_);
  for (std::size_t c = 0; c < cuts_.size(); ++c) {
    if (piece_of_cut[c] != LagrangianDecomposition::kAcross) continue;
    pass.cuts.push_back(cuts_[c]);
    pass.duals.push_back(duals_[frame_.rows.size() + c]);
  }
  pass.spare = problem_.goal.budget_capex ? *problem_.goal.budget_capex - paid / std::max(1e-9, price_)
                                          : served - problem_.goal.least_value;
  if (!with_own_goals) pass.bound = pieces.bound(rows(), least_costs);
  return pass;
}

/// The dual solution that a pass found, for the next one.
void LagrangianDual::keep(const Pass& pass) {
  cuts_ = pass.cuts;
  duals_.resize(frame_.rows.size());
  duals_.insert(duals_.end(), pass.duals.begin(), pass.duals.end());
}

/// What counts costs what it costs in the middle of regions that have a share of the goal each.
void LagrangianDual::find_price(const RegionPasses& what, const progress::Progress& progress, double time_limit_s) {
  const Pass pass = relax(LagrangianDecomposition(problem_, count_, regions(pass_++, what.hamlets)), what, true,
                          progress, time_limit_s);
  keep(pass);
  set_price(median_price(pass.own_price));
}

/// Up where too little counts, down where too much does; in smaller steps once it has gone too far.
void LagrangianDual::change_price(double spare) {
  constexpr double kMostStep = 0.1, kOnwards = 1.25;
  step_ = spare * last_spare_ < 0.0 ? step_ / 2.0 : std::min(kMostStep, step_ * kOnwards);
  last_spare_ = spare;
  set_price(price_ * std::exp(spare > 0.0 ? -step_ : step_));
}

void LagrangianDual::tighten(const RegionPasses& what, const progress::Progress& progress, double time_limit_s) {
  constexpr double kLittle = 1e-3;  // gain of a pass
  const progress::Deadline deadline(time_limit_s);
  if (pass_ == 0) find_price(what, progress, deadline.left_s());
  int passes_of_little = 0;
  struct {
    double price = 0.0;
    Pass pass;
  } best;
  for (std::size_t k = 0; k < what.passes && passes_of_little < 2 && !deadline.is_over(); ++k) {
    const Pass pass = relax(LagrangianDecomposition(problem_, count_, regions(pass_++, what.hamlets)), what, false,
                            progress, deadline.left_s());
    if (!std::isfinite(pass.bound)) break;
    passes_of_little = pass.bound - bound_ < kLittle * std::abs(bound_) ? passes_of_little + 1 : 0;
    if (pass.bound > bound_) {
      bound_ = pass.bound;
      best.price = price_;
      best.pass = pass;
    }
    keep(pass);
    change_price(pass.spare);
  }
  if (!std::isfinite(best.pass.bound)) return;
  keep(best.pass);
  set_price(best.price);
}

void LagrangianDual::branch(std::size_t hamlets, const DecompositionLimits& limits,
                            const progress::Progress& progress) {
  const progress::Deadline deadline(limits.time_limit_s);
  const LagrangianDecomposition pieces(problem_, count_, regions(0, hamlets));
  const std::vector<LagrangianSubproblem> priced = pieces.priced(rows());
  std::vector<double> least_costs(priced.size());
  tbb::parallel_for(std::size_t{0}, priced.size(), [&](std::size_t p) {
    least_costs[p] = least_cost_of(priced[p], {.nodes = limits.nodes, .time_limit_s = deadline.left_s()}, progress);
  });
  bound_ = std::max(bound_, pieces.bound(rows(), least_costs));
}

}  // namespace phusong::covering

#include "sim/optimisation/milp/branch_and_cut.h"

#include <algorithm>
#include <cmath>
#include <coin/CbcCompareObjective.hpp>
#include <coin/CbcModel.hpp>
#include <coin/CbcNode.hpp>
#include <coin/CbcTree.hpp>

#include "sim/optimisation/milp/cbc_search.h"
#include "sim/progress/deadline.h"

namespace phusong::milp {

namespace {

/// The open nodes of the search. It notes the least of their bounds whenever the next node is asked for: CBC itself
/// does so only when it prints a line.
class BoundedTree : public CbcTree {
 public:
  explicit BoundedTree(double& bound) : bound_(&bound) {}

  CbcNode* bestNode(double cutoff) override {
    if (!nodes_.empty()) *bound_ = std::max(*bound_, getBestPossibleObjective());
    return CbcTree::bestNode(cutoff);
  }
  CbcTree* clone() const override { return new BoundedTree(*this); }

 private:
  double* bound_;
};

ClpSimplex& clp_of(CbcModel& cbc) {
  return *dynamic_cast<OsiClpSolverInterface&>(*cbc.solver()).getModelPtr();
}

void set_limits(CbcModel& cbc, const SolveLimits& limits) {
  cbc.setUseElapsedTime(true);
  cbc.setAllowableFractionGap(limits.relative_gap);
  if (limits.nodes) cbc.setMaximumNodes(static_cast<int>(*limits.nodes));
  if (limits.time_limit_s) cbc.setMaximumSeconds(std::max(0.0, *limits.time_limit_s));
}

Solution solution_of(const CbcModel& cbc, const Model& model, double open_bound, std::optional<double> cutoff) {
  Solution solution{.stopped_by_time = cbc.secondaryStatus() == kStoppedByTime};
  solution.feasible = cbc.bestSolution() != nullptr;
  if (cbc.status() == kFinished) solution.outcome = solution.feasible ? Outcome::kOptimal : Outcome::kInfeasible;
  solution.bound = std::max(open_bound, cbc.getBestPossibleObjValue()) + model.constant;
  if (solution.outcome == Outcome::kInfeasible) solution.bound = kInfinity;
  if (std::abs(solution.bound) > 1e49) solution.bound = -kInfinity;
  if (cutoff) solution.bound = std::min(solution.bound, *cutoff);
  if (!solution.feasible) return solution;
  solution.objective = cbc.getObjValue() + model.constant;
  solution.bound = std::min(solution.bound, solution.objective);
  solution.values = whole_values(model, cbc.bestSolution());
  return solution;
}

/// Searches one tree over the rows that the model has now.
Solution search_tree(const Model& model, SearchFor what, const SolveLimits& limits, std::optional<double> cutoff,
                     std::int64_t& nodes) {
  OsiClpSolverInterface solver = clp_interface(model);
  solver.setHintParam(OsiDoReducePrint, true, OsiHintTry);
  CbcModel cbc(solver);
  cbc.setLogLevel(0);
  StopHandler handler(limits.stop_requested);
  cbc.passInEventHandler(&handler);
  double open_bound = -kInfinity;
  BoundedTree tree(open_bound);
  cbc.passInTreeHandler(tree);
  CbcCompareObjective least_bound_first;
  if (what == SearchFor::kBound) cbc.setNodeComparison(least_bound_first);
  cbc.setNumberStrong(5);
  cbc.setNumberBeforeTrust(5);
  set_limits(cbc, limits);
  if (cutoff) cbc.setCutoff(*cutoff - model.constant);
  // CBC checks its time between nodes alone: the first relaxation, which may take long, gets the limit too.
  if (limits.time_limit_s) clp_of(cbc).setMaximumWallSeconds(*limits.time_limit_s);
  cbc.initialSolve();
  if (limits.time_limit_s && clp_of(cbc).hitMaximumIterations()) return {.stopped_by_time = true, .bound = -kInfinity};
  clp_of(cbc).setMaximumWallSeconds(-1.0);
  cbc.branchAndBound();
  nodes = std::max<std::int64_t>(1, cbc.getNodeCount());
  return solution_of(cbc, model, open_bound, cutoff);
}

}  // namespace

Solution branch_and_cut(const LazyModel& lazy, SearchFor what, const SolveLimits& limits,
                        std::optional<double> cutoff) {
  // Rows are added between searches, not within one: CBC drops a node whose solution a cut generator refuses.
  LazyModel grown = lazy;
  SolveLimits left = limits;
  const progress::Deadline deadline(limits.time_limit_s.value_or(kInfinity));
  double bound = -kInfinity;
  for (;;) {
    std::int64_t nodes = 0;
    Solution solution = search_tree(grown.model, what, left, cutoff, nodes);
    bound = solution.bound = std::max(bound, solution.bound);
    const std::vector<Row> rows =
        solution.feasible && lazy.separator ? lazy.separator(solution.values) : std::vector<Row>{};
    if (rows.empty()) return solution;
    if (left.nodes) *left.nodes -= nodes;
    if (left.time_limit_s) left.time_limit_s = deadline.left_s();
    const bool stopped = limits.stop_requested && limits.stop_requested();
    if ((left.nodes && *left.nodes <= 0) || deadline.is_over() || stopped)
      return {.stopped_by_time = deadline.is_over(), .bound = bound};
    grown.model.rows.insert(grown.model.rows.end(), rows.begin(), rows.end());
  }
}

}  // namespace phusong::milp

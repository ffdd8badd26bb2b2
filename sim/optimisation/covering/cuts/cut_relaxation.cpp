#include "sim/optimisation/covering/cuts/cut_relaxation.h"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <optional>
#include <utility>

#include "sim/optimisation/covering/problem/master_model.h"

namespace phusong::covering {

namespace {

constexpr double kLeastCutViolation = 1e-3;
// Within the tree only what is worth a row.
constexpr double kLeastCutViolationInTree = 0.02;

}  // namespace

CutRelaxation::CutRelaxation(const Problem& problem, milp::Model frame)
    : problem_(problem),
      frame_(std::move(frame)),
      separators_([&problem] { return CoverCuts(problem); }),
      simplex_(frame_) {}

/// In the order of the hamlets. Isolated: a thread that waits takes no part of another search meanwhile.
std::vector<milp::Row> CutRelaxation::broken_rows(const std::vector<double>& values, double least_violation) {
  std::vector<std::optional<std::vector<OptionIndex>>> found(problem_.hamlets.size());
  const auto look_at = [&](std::size_t h) {
    const double z = values[variable_of_hamlet(problem_, h)];
    if (problem_.hamlets[h].counts_already || z <= least_violation) return;
    found[h] = separators_.local().violated(h, values, z, least_violation);
  };
  tbb::this_task_arena::isolate([&] { tbb::parallel_for(std::size_t{0}, found.size(), look_at); });
  std::vector<milp::Row> rows;
  for (std::size_t h = 0; h < found.size(); ++h)
    if (found[h]) rows.push_back(cover_row(problem_, h, *found[h]));
  return rows;
}

/// False where there is no solution, or no time for it; what was found before stays then.
bool CutRelaxation::solve(const progress::Deadline& deadline) {
  milp::Relaxation next = simplex_.solve(deadline.left_s());
  if (!next.feasible && deadline.is_over() && relaxation_.feasible) {
    relaxation_.row_duals.resize(frame_.rows.size() + cuts_.size(), 0.0);
    return false;
  }
  relaxation_ = std::move(next);
  return relaxation_.feasible;
}

const milp::Relaxation& CutRelaxation::tighten(std::size_t rounds, const progress::Progress& progress,
                                               double time_limit_s) {
  const progress::Deadline deadline(time_limit_s);
  if (!solve(deadline)) return relaxation_;
  for (std::size_t round = 0; round < rounds; ++round) {
    progress.throw_if_stopped();
    const std::vector<milp::Row> rows = broken_rows(relaxation_.values, kLeastCutViolation);
    if (rows.empty() || deadline.is_over()) break;
    add(rows);
    if (!solve(deadline)) break;
  }
  return relaxation_;
}

void CutRelaxation::add(const std::vector<milp::Row>& rows) {
  simplex_.add_rows(rows);
  cuts_.insert(cuts_.end(), rows.begin(), rows.end());
}

milp::LazyModel CutRelaxation::lazy_model() {
  milp::LazyModel lazy{.model = frame_, .separator = [this](const std::vector<double>& values) {
                         return broken_rows(values, kLeastCutViolationInTree);
                       }};
  lazy.model.rows.insert(lazy.model.rows.end(), cuts_.begin(), cuts_.end());
  return lazy;
}

milp::Model minimised(milp::Model model) {
  if (model.sense == milp::Sense::kMinimise) return model;
  model.sense = milp::Sense::kMinimise;
  model.constant = -model.constant;
  for (milp::Variable& variable : model.variables)
    variable.cost = -variable.cost;
  return model;
}

}  // namespace phusong::covering

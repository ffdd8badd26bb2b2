#include "sim/planning/selection/cut_relaxation.h"

#include <utility>

#include "sim/planning/deadline.h"
#include "sim/planning/selection/frame.h"

namespace phusong::planning {

namespace {

constexpr double kLeastViolation = 1e-3;
// Within the tree only what is worth a row.
constexpr double kLeastViolationInTree = 0.02;

}  // namespace

CutRelaxation::CutRelaxation(const SelectionProblem& problem, milp::Model frame)
    : problem_(problem), frame_(std::move(frame)), separator_(problem), simplex_(frame_) {}

std::vector<milp::Row> CutRelaxation::broken_rows(const std::vector<double>& values, double least_violation) {
  std::vector<milp::Row> rows;
  for (std::size_t h = 0; h < problem_.hamlets.size(); ++h) {
    const double z = values[variable_of_hamlet(problem_, h)];
    if (problem_.hamlets[h].counts_already || z <= least_violation) continue;
    if (const auto options = separator_.violated(h, values, z, least_violation))
      rows.push_back(cover_row(problem_, h, *options));
  }
  return rows;
}

const milp::Relaxation& CutRelaxation::tighten(std::size_t rounds, const coverage::Progress& progress,
                                               double time_limit_s) {
  const Deadline deadline(time_limit_s);
  relaxation_ = simplex_.solve(time_limit_s);
  for (std::size_t round = 0; round < rounds && relaxation_.feasible; ++round) {
    progress.throw_if_stopped();
    const std::vector<milp::Row> rows = broken_rows(relaxation_.values, kLeastViolation);
    if (rows.empty() || deadline.is_over()) break;
    const std::size_t cuts_before = cuts_.size();
    add(rows);
    milp::Relaxation next = simplex_.solve(deadline.left_s());
    if (!next.feasible && deadline.is_over()) {
      cuts_.resize(cuts_before);
      break;
    }
    relaxation_ = std::move(next);
  }
  return relaxation_;
}

void CutRelaxation::add(const std::vector<milp::Row>& rows) {
  simplex_.add_rows(rows);
  cuts_.insert(cuts_.end(), rows.begin(), rows.end());
}

milp::LazyModel CutRelaxation::lazy_model() {
  milp::LazyModel lazy{.model = frame_, .separator = [this](const std::vector<double>& values) {
                         return broken_rows(values, kLeastViolationInTree);
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

}  // namespace phusong::planning

#include "sim/optimisation/covering/cuts/cut_relaxation.h"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <optional>
#include <utility>

namespace phusong::covering {

namespace {

constexpr double kLeastCutViolation = 1e-3;
// In the tree search only a larger violation is worth a row.
constexpr double kLeastCutViolationInTree = 0.02;

}  // namespace

CutRelaxation::CutRelaxation(const Problem& problem, MasterModel master)
    : problem_(problem),
      master_(std::move(master)),
      separators_([&problem] { return CoverCutSeparator(problem); }),
      simplex_(master_.model) {}

/// Separates the demands in parallel and returns their cuts in the order of the demands. Isolated: a thread that waits
/// must not take up a part of another search meanwhile, which would use the same separator.
std::vector<Cut> CutRelaxation::violated_cover_cuts(const std::vector<double>& values, double least_violation) {
  std::vector<std::optional<std::vector<OptionIndex>>> found(problem_.demands.size());
  const auto separate = [&](std::size_t d) {
    const double z = values[variable_of_demand(problem_, d)];
    if (problem_.demands[d].counts_already || z <= least_violation) return;
    found[d] = separators_.local().violated(static_cast<DemandIndex>(d), values, z, least_violation);
  };
  tbb::this_task_arena::isolate([&] { tbb::parallel_for(std::size_t{0}, found.size(), separate); });
  std::vector<Cut> cuts;
  for (std::size_t d = 0; d < found.size(); ++d)
    if (found[d]) cuts.push_back(cover_cut(static_cast<DemandIndex>(d), *found[d]));
  return cuts;
}

/// Returns false where there is no solution, or no time for it; the relaxation before is kept then.
bool CutRelaxation::solve(const progress::Deadline& deadline) {
  milp::Relaxation next = simplex_.solve(deadline.left_s());
  if (!next.feasible && deadline.is_over() && relaxation_.feasible) {
    relaxation_.row_duals.resize(master_rows() + cuts_.size(), 0.0);
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
    const std::vector<Cut> cuts = violated_cover_cuts(relaxation_.values, kLeastCutViolation);
    if (cuts.empty() || deadline.is_over()) break;
    add(cuts);
    if (!solve(deadline)) break;
  }
  return relaxation_;
}

void CutRelaxation::add(const std::vector<Cut>& cuts) {
  simplex_.add_rows(rows_of(problem_, cuts));
  cuts_.insert(cuts_.end(), cuts.begin(), cuts.end());
}

milp::LazyModel CutRelaxation::lazy_model() {
  milp::LazyModel lazy{.model = master_.model, .separator = [this](const std::vector<double>& values) {
                         return rows_of(problem_, violated_cover_cuts(values, kLeastCutViolationInTree));
                       }};
  const std::vector<milp::Row> rows = rows_of(problem_, cuts_);
  lazy.model.rows.insert(lazy.model.rows.end(), rows.begin(), rows.end());
  return lazy;
}

}  // namespace phusong::covering

#include "sim/sunset/bound/piece_solver.h"

#include <algorithm>
#include <cmath>

#include "sim/optimisation/milp/solve.h"
#include "sim/sunset/model/cell_packing.h"
#include "sim/sunset/model/replay.h"
#include "sim/sunset/model/subsidy_need.h"
#include "sim/sunset/model/tolerances.h"

namespace phusong::sunset {
namespace {

/// Variables up to which CBC looks for whole numbers, and up to which CLP looks for a bound.
constexpr std::size_t kMostForCbc = 20000;
constexpr std::size_t kMostForClp = 60000;
constexpr std::int64_t kComponentNodes = 500;

double sum_of(const std::vector<ClassCounts>& counts) {
  std::int64_t sum = 0;
  for (const ClassCounts& c : counts)
    sum += total(c);
  return static_cast<double>(sum);
}

}  // namespace

PieceSolver::PieceSolver(const EndPiece& piece) : piece_(piece), exact_(piece.model), all_off_(state_when_all_off()) {}

std::optional<PieceSolver::State> PieceSolver::state_when_all_off() const {
  // Swaps are paid for: it takes a search to tell which.
  if (!piece_.model.swaps.empty()) return std::nullopt;
  State state{.keep = std::vector<bool>(piece_.cells.size()), .subsidies = {}};
  for (const auto& need : needs_with_all_off(piece_.model, 1)) {
    if (!need) return std::nullopt;
    state.subsidies.push_back(*need);
    state.handsets += total(*need);
  }
  if (state.handsets > piece_.model.subsidies_per_period) return std::nullopt;
  return state;
}

PieceSolver::Answer PieceSolver::relax(double price_of_handset) {
  if (exact_.milp().variables.size() > kMostForClp)
    return {.bound = static_cast<double>(demands_that_keep_a_cell_each(piece_.model))};
  exact_.aim_at_cells_left(price_of_handset);
  const milp::Relaxation relaxation = milp::solve_relaxation(exact_.milp());
  if (!relaxation.feasible) return {};
  return {.bound = std::max(0.0, relaxation.objective),
          .handsets = sum_of(exact_.given_at_end(relaxation.values)),
          .off = exact_.off_at_end(relaxation.values)};
}

PieceSolver::Answer PieceSolver::search(double price_of_handset, const progress::Progress& progress) {
  if (all_off_ && price_of_handset == 0.0)
    return {.handsets = static_cast<double>(all_off_->handsets), .state = all_off_};
  Answer relaxed = relax(price_of_handset);
  if (all_off_ && price_of_handset * static_cast<double>(all_off_->handsets) < relaxed.bound + 1.0 - kSolverTolerance) {
    relaxed.handsets = static_cast<double>(all_off_->handsets);
    relaxed.state = all_off_;
    return relaxed;
  }
  if (piece_.model.carriers.empty() && piece_.model.swaps.empty() && !relaxed.off.empty()) {
    State state = rounded_state(piece_.model, relaxed.off);
    const double value = static_cast<double>(state.cells_on) + price_of_handset * static_cast<double>(state.handsets);
    relaxed.handsets = static_cast<double>(state.handsets);
    relaxed.state = std::move(state);
    if (value < relaxed.bound + 1.0 - kSolverTolerance) return relaxed;
  }
  if (exact_.milp().variables.size() > kMostForCbc) return relaxed;
  const milp::Solution solution = milp::solve(
      exact_.milp(), {.nodes = kComponentNodes, .stop_requested = [&] { return progress.stop_requested(); }});
  progress.throw_if_stopped();
  if (std::isfinite(solution.bound)) relaxed.bound = std::max(relaxed.bound, solution.bound);
  if (!solution.feasible) return relaxed;
  relaxed.state = state_of(solution.values);
  relaxed.handsets = static_cast<double>(relaxed.state->handsets);
  return relaxed;
}

PieceSolver::State PieceSolver::all_on() const {
  return {.cells_on = std::ssize(piece_.cells),
          .handsets = 0,
          .keep = std::vector<bool>(piece_.cells.size(), true),
          .subsidies = std::vector<ClassCounts>(piece_.demands.size())};
}

/// Handsets are counted anew: CBC may give more than are needed where they cost nothing.
PieceSolver::State PieceSolver::state_of(const std::vector<double>& values) const {
  const SunsetModel& model = piece_.model;
  const Schedule schedule = exact_.schedule_of(values);
  State state{.subsidies = std::vector<ClassCounts>(model.demands.size())};
  for (const int off : schedule.off_period)
    state.keep.push_back(off == kNever);
  state.cells_on = std::ranges::count(state.keep, true);
  const std::vector<ServedWeights> weights = replay_weights(model, schedule).back();
  for (DemandIndex d = 0; d < model.demands.size(); ++d) {
    if (const auto need = fewest_subsidies(model.demands[d], weights[d], model.demands[d].initial))
      state.subsidies[d] = *need;
    state.handsets += total(state.subsidies[d]);
  }
  return state;
}

}  // namespace phusong::sunset

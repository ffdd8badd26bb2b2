#include "sim/sunset/bound/component_solver.h"

#include <algorithm>
#include <cmath>

#include "sim/optimisation/milp/solve.h"
#include "sim/sunset/bound/packing_bound.h"
#include "sim/sunset/model/replay.h"
#include "sim/sunset/model/subsidy_need.h"
#include "sim/sunset/model/tolerances.h"

namespace phusong::sunset {
namespace {

/// Variables up to which CBC searches for a state, and up to which CLP computes a bound.
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

ComponentSolver::ComponentSolver(const Component& component)
    : component_(component), exact_(component.model), all_off_(state_when_all_off()) {}

std::optional<ComponentSolver::State> ComponentSolver::state_when_all_off() const {
  // Swaps have a budget, so a search has to choose them.
  if (!component_.model.swaps.empty()) return std::nullopt;
  State state{.keep = std::vector<bool>(component_.cells.size()), .subsidies = {}};
  for (const auto& need : needs_with_all_off(component_.model, 1)) {
    if (!need) return std::nullopt;
    state.subsidies.push_back(*need);
    state.handsets += total(*need);
  }
  if (state.handsets > component_.model.subsidies_per_period) return std::nullopt;
  return state;
}

ComponentSolver::Answer ComponentSolver::relax(double multiplier) {
  if (exact_.milp().variables.size() > kMostForClp)
    return {.bound = static_cast<double>(packing_bound(component_.model))};
  exact_.minimise_cells_left(multiplier);
  const milp::Relaxation relaxation = milp::solve_relaxation(exact_.milp());
  if (!relaxation.feasible) return {};
  return {.bound = std::max(0.0, relaxation.objective),
          .handsets = sum_of(exact_.given_at_end(relaxation.values)),
          .off = exact_.off_at_end(relaxation.values)};
}

ComponentSolver::Answer ComponentSolver::search(double multiplier, const progress::Progress& progress) {
  if (all_off_ && multiplier == 0.0) return {.handsets = static_cast<double>(all_off_->handsets), .state = all_off_};
  Answer relaxed = relax(multiplier);
  if (all_off_ && multiplier * static_cast<double>(all_off_->handsets) < relaxed.bound + 1.0 - kSolverTolerance) {
    relaxed.handsets = static_cast<double>(all_off_->handsets);
    relaxed.state = all_off_;
    return relaxed;
  }
  if (component_.model.carriers.empty() && component_.model.swaps.empty() && !relaxed.off.empty()) {
    State state = rounded_state(component_.model, relaxed.off);
    const double value = static_cast<double>(state.cells_on) + multiplier * static_cast<double>(state.handsets);
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

ComponentSolver::State ComponentSolver::all_on() const {
  return {.cells_on = std::ssize(component_.cells),
          .handsets = 0,
          .keep = std::vector<bool>(component_.cells.size(), true),
          .subsidies = std::vector<ClassCounts>(component_.demands.size())};
}

/// Counts the handsets anew, as CBC may give more than are needed where λ is 0.
ComponentSolver::State ComponentSolver::state_of(const std::vector<double>& values) const {
  const SunsetModel& model = component_.model;
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

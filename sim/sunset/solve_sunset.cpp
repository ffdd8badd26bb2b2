#include "sim/sunset/solve_sunset.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "sim/optimisation/milp/solve.h"
#include "sim/sunset/exact/exact_model.h"
#include "sim/sunset/heuristic/search.h"
#include "sim/sunset/heuristic/trim.h"
#include "sim/sunset/model/replay.h"
#include "sim/sunset/model/tolerances.h"

namespace phusong::sunset {
namespace {

/// Integer variables, and all variables, up to which CBC solves the exact model: seconds per objective for a small
/// model, up to half a minute for a larger one, where the later objectives get little more than the root node.
constexpr std::size_t kMostDecisions = 3000, kMostVariables = 20'000;
constexpr std::size_t kMostVariablesOfSmall = 6000;
constexpr std::int64_t kNodes = 2000, kFewNodes = 20;
/// Cells up to which both searches run although one has reached the first two objectives.
constexpr std::size_t kMostForBoth = 5000;

/// Estimates the size of the exact model before it is built.
bool may_be_solved(const SunsetModel& model) {
  const auto periods = static_cast<std::size_t>(model.periods);
  return (model.cells.size() + model.carriers.size() + model.swaps.size()) * periods <= kMostDecisions;
}

bool can_be_solved(const ExactModel& exact) {
  return exact.decisions() <= kMostDecisions && exact.milp().variables.size() <= kMostVariables;
}

/// Optimises the lexicographic objectives one after the other by CBC.
class ExactSolver {
 public:
  ExactSolver(const SunsetModel& model, SunsetSolution& solved, progress::Progress& progress)
      : model_(model), solved_(solved), progress_(progress), exact_(model) {}

  void go() {
    if (!can_be_solved(exact_)) return;
    solved_.solver += "; CBC for each level";
    const Objective &found = solved_.found, &bounds = solved_.objective_bounds;
    if (found.cells_left > bounds.cells_left || found.last_period > bounds.last_period) solve_cells_and_period();
    const std::int64_t nodes = exact_.milp().variables.size() <= kMostVariablesOfSmall ? kNodes : kFewNodes;
    exact_.constrain_cells_and_period(solved_.found);
    exact_.maximise_refarmed_people();
    if (const auto most = solve(nodes))
      solved_.objective_bounds.refarmed_people_mhz = std::min(solved_.objective_bounds.refarmed_people_mhz, *most);
    exact_.constrain_refarmed_people(solved_.found);
    exact_.minimise_cost();
    if (const auto least = solve(nodes)) raise(solved_.objective_bounds.cost_million_vnd, *least);
  }

 private:
  const SunsetModel& model_;
  SunsetSolution& solved_;
  progress::Progress& progress_;
  ExactModel exact_;

  template <class Value>
  static void raise(Value& bound, Value proven) {
    bound = std::max(bound, proven);
  }

  void solve_cells_and_period() {
    const double periods = model_.periods + 1;
    const std::optional<double> first = solve(kNodes);
    solved_.objective_bounds = objective_bounds(model_, solved_.bounds, solved_.found, progress_);
    if (!first) return;
    const double cells = std::floor((*first + kSolverTolerance) / periods);
    raise(solved_.objective_bounds.cells_left, static_cast<std::int64_t>(cells));
    // The remainder of the bound is a bound on the period only for schedules with as few cells left.
    if (solved_.found.cells_left == solved_.objective_bounds.cells_left)
      raise(solved_.objective_bounds.last_period,
            static_cast<int>(std::ceil(*first - cells * periods - kSolverTolerance)));
  }

  /// The bound that CBC proves for the present objective, if any; a better schedule becomes the incumbent.
  std::optional<double> solve(std::int64_t nodes) {
    progress_.throw_if_stopped();
    const milp::Solution solution = milp::solve(
        exact_.milp(),
        {.relative_gap = 0.0, .nodes = nodes, .stop_requested = [this] { return progress_.stop_requested(); }});
    progress_.throw_if_stopped();
    if (solution.feasible) offer(exact_.schedule_of(solution.values));
    if (!std::isfinite(solution.bound)) return std::nullopt;
    return solution.bound;
  }

  void offer(Schedule schedule) {
    if (!floors_hold_throughout(model_, schedule)) return;
    trim(model_, schedule);
    const Objective objective = objective_of(model_, schedule);
    if (!is_better(objective, solved_.found)) return;
    solved_.found = objective;
    solved_.schedule = std::move(schedule);
  }
};

/// Replaces the incumbent by a better schedule.
void offer(const SunsetModel& model, Schedule schedule, SunsetSolution& solved) {
  const Objective objective = objective_of(model, schedule);
  if (!is_better(objective, solved.found)) return;
  solved.found = objective;
  solved.schedule = std::move(schedule);
}

/// Tightens the bound on the last period: as long as the relaxation of the earliest period leaves too many cells on,
/// the next period becomes the earliest.
void tighten_last_period(const SunsetModel& model, std::int64_t cells_left, int found_in, Bounds& bounds,
                         progress::Progress& progress) {
  for (;;) {
    const int period = earliest_last_period(model, bounds, cells_left);
    if (period < 1 || period >= found_in) return;
    std::int64_t& known = bounds.fewest_on[static_cast<std::size_t>(period)];
    const TerminalRelaxation end = solve_terminal_relaxation(model, period, RelaxationEffort::kState, progress);
    if (end.fewest_on <= known || end.fewest_on <= cells_left) return;
    known = end.fewest_on;
  }
}

/// Searches towards the best terminal state of each last period that the bounds allow, the earliest first.
void search_towards_terminal_states(const SunsetModel& model, SunsetSolution& solved, progress::Progress& progress) {
  if (!solved.bounds.terminal.state) return;
  const std::int64_t fewest = solved.bounds.fewest_on.back();
  const int first = std::max(1, earliest_last_period(model, solved.bounds, solved.bounds.terminal.state->cells_on));
  progress.begin("schedule with cells kept", static_cast<std::size_t>(std::max(1, model.periods - first + 1)));
  for (int last = first; last <= model.periods; ++last) {
    TerminalRelaxation end = last == model.periods
                                 ? solved.bounds.terminal
                                 : solve_terminal_relaxation(model, last, RelaxationEffort::kState, progress);
    std::int64_t& known = solved.bounds.fewest_on[static_cast<std::size_t>(last)];
    known = std::max(known, end.fewest_on);
    if (end.state) offer(model, search_schedule_towards(model, *end.state, last, progress), solved);
    progress.advance(1);
    if (solved.found.cells_left == fewest && solved.found.last_period <= last) return;
  }
}

/// Whether a second search is worth its time: the search towards terminal states does not look at refarmed people.
bool may_refarm_more(const SunsetModel& model, const SunsetSolution& solved) {
  return model.cells.size() <= kMostForBoth && std::ranges::count(solved.bounds.may_be_refarmed.back(), true) > 0;
}

}  // namespace

SunsetSolution solve_sunset(const SunsetModel& model, progress::Progress& progress) {
  SunsetSolution solved{.schedule = Schedule(model),
                        .bounds = compute_bounds(model, progress),
                        .found = {},
                        .objective_bounds = {},
                        .solver = "clearing piece by piece; bounds by crews, floors, CLP and CBC"};
  solved.found = objective_of(model, solved.schedule);
  const std::int64_t fewest = solved.bounds.fewest_on.back();
  const auto search = [&] {
    offer(model, search_schedule(model, earliest_last_period(model, solved.bounds, 0), progress), solved);
  };
  if (fewest == 0) {
    tighten_last_period(model, 0, model.periods, solved.bounds, progress);
    search();
  }
  if (solved.found.cells_left > 0) search_towards_terminal_states(model, solved, progress);
  if (fewest > 0 && (solved.found.cells_left > fewest || may_refarm_more(model, solved))) search();
  tighten_last_period(model, solved.found.cells_left, solved.found.last_period, solved.bounds, progress);
  solved.objective_bounds = objective_bounds(model, solved.bounds, solved.found, progress);
  if (may_be_solved(model)) ExactSolver(model, solved, progress).go();
  return solved;
}

milp::Model model_of_bounds(const SunsetModel& model) {
  if (may_be_solved(model)) {
    const ExactModel exact(model);
    if (can_be_solved(exact)) return exact.milp();
  }
  return terminal_model(model, model.periods);
}

}  // namespace phusong::sunset

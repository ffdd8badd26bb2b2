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

/// Whole-number and all variables up to which CBC works on the exact model: seconds for each level of a small one, and
/// for a larger one up to half a minute a level, of which the later ones have little more than the root.
constexpr std::size_t kMostDecisions = 3000, kMostVariables = 20'000;
constexpr std::size_t kMostVariablesOfSmall = 6000;
constexpr std::int64_t kNodes = 2000, kFewNodes = 20;
/// Cells up to which both searches are made where one has reached the first two levels.
constexpr std::size_t kMostForBoth = 5000;

/// Cells, periods and links tell early how large the model would be.
bool may_be_solved(const SunsetModel& model) {
  const auto periods = static_cast<std::size_t>(model.periods);
  return (model.cells.size() + model.carriers.size() + model.swaps.size()) * periods <= kMostDecisions;
}

bool can_be_solved(const ExactModel& exact) {
  return exact.decisions() <= kMostDecisions && exact.milp().variables.size() <= kMostVariables;
}

/// The levels one after the other, each by CBC.
class ExactSolver {
 public:
  ExactSolver(const SunsetModel& model, SolvedSunset& solved, progress::Progress& progress)
      : model_(model), solved_(solved), progress_(progress), exact_(model) {}

  void go() {
    if (!can_be_solved(exact_)) return;
    solved_.solver += "; CBC for each level";
    const Objective &found = solved_.found, &bounds = solved_.bounds;
    if (found.cells_left > bounds.cells_left || found.last_period > bounds.last_period) solve_cells_and_period();
    const std::int64_t nodes = exact_.milp().variables.size() <= kMostVariablesOfSmall ? kNodes : kFewNodes;
    exact_.keep_cells_and_period(solved_.found);
    exact_.aim_at_refarmed_people();
    if (const auto most = solve(nodes))
      solved_.bounds.refarmed_people_mhz = std::min(solved_.bounds.refarmed_people_mhz, *most);
    exact_.keep_refarmed_people(solved_.found);
    exact_.aim_at_cost();
    if (const auto least = solve(nodes)) raise(solved_.bounds.cost_million_vnd, *least);
  }

 private:
  const SunsetModel& model_;
  SolvedSunset& solved_;
  progress::Progress& progress_;
  ExactModel exact_;

  template <class Value>
  static void raise(Value& bound, Value proven) {
    bound = std::max(bound, proven);
  }

  void solve_cells_and_period() {
    const double periods = model_.periods + 1;
    const std::optional<double> first = solve(kNodes);
    solved_.bounds = bounds_for(model_, solved_.limits, solved_.found, progress_);
    if (!first) return;
    const double cells = std::floor((*first + kSolverTolerance) / periods);
    raise(solved_.bounds.cells_left, static_cast<std::int64_t>(cells));
    // Only with as few cells left does what remains of the bound tell of the period.
    if (solved_.found.cells_left == solved_.bounds.cells_left)
      raise(solved_.bounds.last_period, static_cast<int>(std::ceil(*first - cells * periods - kSolverTolerance)));
  }

  /// The bound that CBC proves for the present aim; its schedule is taken where it is better. Nothing where it proves
  /// nothing.
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

void offer(const SunsetModel& model, Schedule schedule, SolvedSunset& solved) {
  const Objective objective = objective_of(model, schedule);
  if (!is_better(objective, solved.found)) return;
  solved.found = objective;
  solved.schedule = std::move(schedule);
}

/// Looks for a state at the end of each period in which, as far as is known, all but so many cells may be off; where
/// there is none, a later one is the earliest.
void sharpen_last_period(const SunsetModel& model, std::int64_t cells_left, int found_in, Limits& limits,
                         progress::Progress& progress) {
  for (;;) {
    const int period = earliest_last_period(model, limits, cells_left);
    if (period < 1 || period >= found_in) return;
    std::int64_t& known = limits.fewest_on[static_cast<std::size_t>(period)];
    const EndState end = best_end_state(model, period, EndEffort::kState, progress);
    if (end.fewest_on <= known || end.fewest_on <= cells_left) return;
    known = end.fewest_on;
  }
}

/// Towards the best state of each last period that may be enough, the earliest first.
void search_towards_ends(const SunsetModel& model, SolvedSunset& solved, progress::Progress& progress) {
  if (!solved.limits.end.state) return;
  const std::int64_t fewest = solved.limits.fewest_on.back();
  const int first = std::max(1, earliest_last_period(model, solved.limits, solved.limits.end.state->cells_on));
  progress.begin("schedule with cells kept", static_cast<std::size_t>(std::max(1, model.periods - first + 1)));
  for (int last = first; last <= model.periods; ++last) {
    EndState end = last == model.periods ? solved.limits.end : best_end_state(model, last, EndEffort::kState, progress);
    std::int64_t& known = solved.limits.fewest_on[static_cast<std::size_t>(last)];
    known = std::max(known, end.fewest_on);
    if (end.state) offer(model, search_schedule_towards(model, *end.state, last, progress), solved);
    progress.advance(1);
    if (solved.found.cells_left == fewest && solved.found.last_period <= last) return;
  }
}

/// Whether it is worth the time to look for a schedule that refarms more: the search towards an end does not aim at
/// that.
bool may_refarm_more(const SunsetModel& model, const SolvedSunset& solved) {
  return model.cells.size() <= kMostForBoth && std::ranges::count(solved.limits.may_be_refarmed.back(), true) > 0;
}

}  // namespace

SolvedSunset solve_sunset(const SunsetModel& model, progress::Progress& progress) {
  SolvedSunset solved{.schedule = Schedule(model),
                      .limits = limits_of(model, progress),
                      .found = {},
                      .bounds = {},
                      .solver = "clearing piece by piece; bounds by crews, floors, CLP and CBC"};
  solved.found = objective_of(model, solved.schedule);
  const std::int64_t fewest = solved.limits.fewest_on.back();
  const auto search = [&] {
    offer(model, search_schedule(model, earliest_last_period(model, solved.limits, 0), progress), solved);
  };
  if (fewest == 0) {
    sharpen_last_period(model, 0, model.periods, solved.limits, progress);
    search();
  }
  if (solved.found.cells_left > 0) search_towards_ends(model, solved, progress);
  if (fewest > 0 && (solved.found.cells_left > fewest || may_refarm_more(model, solved))) search();
  sharpen_last_period(model, solved.found.cells_left, solved.found.last_period, solved.limits, progress);
  solved.bounds = bounds_for(model, solved.limits, solved.found, progress);
  if (may_be_solved(model)) ExactSolver(model, solved, progress).go();
  return solved;
}

milp::Model model_of_bounds(const SunsetModel& model) {
  if (may_be_solved(model)) {
    const ExactModel exact(model);
    if (can_be_solved(exact)) return exact.milp();
  }
  return end_state_model(model, model.periods);
}

}  // namespace phusong::sunset

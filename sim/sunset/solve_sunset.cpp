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

/// Integer variables, those of visits and handsets among them, and all variables, up to which CBC solves the exact
/// model: seconds per objective for a small model, up to half a minute for a larger one, where the later objectives get
/// little more than the root node.
constexpr std::size_t kMostDecisions = 3000, kMostVariables = 20'000;
constexpr std::size_t kMostVariablesOfSmall = 6000;
constexpr std::int64_t kNodes = 2000, kFewNodes = 20;
/// Cells up to which both searches run although one has reached the first two objectives.
constexpr std::size_t kMostForBoth = 5000;

/// Estimates the size of the exact model before it is built: the integer variables without those of visits and
/// handsets.
bool may_be_solved(const SunsetModel& model) {
  const auto periods = static_cast<std::size_t>(model.periods);
  return (model.cells.size() + model.carriers.size() + model.swaps.size()) * periods <= kMostDecisions;
}

bool can_be_solved(const ExactModel& exact) {
  return exact.decisions() <= kMostDecisions && exact.milp().variables.size() <= kMostVariables;
}

template <class Value>
void raise(Value& bound, Value proven) {
  bound = std::max(bound, proven);
}

/// Replaces a bound by one that CBC proved, where that is greater.
template <class Value>
void raise_by_cbc(Value& bound, Value proven, LevelMethod& method) {
  if (proven <= bound) return;
  bound = proven;
  method.bound_by_cbc = true;
}

/// Searches for schedules, keeps the best, and bounds it.
class SunsetSolver {
 public:
  SunsetSolver(const SunsetModel& model, progress::Progress& progress)
      : model_(model),
        progress_(progress),
        solved_{.schedule = Schedule(model),
                .bounds = compute_bounds(model, progress),
                .found = {},
                .objective_bounds = {},
                .methods = {},
                .solver = "clearing piece by piece; bounds by crews, floors, CLP and CBC"} {
    found() = objective_of(model, solved_.schedule);
  }

  SunsetSolution solve() {
    const std::int64_t fewest = bounds().fewest_on.back();
    if (fewest == 0) {
      tighten_last_period(0, model_.periods);
      search();
    }
    if (found().cells_left > 0) search_towards_terminal_states();
    if (fewest > 0 && (found().cells_left > fewest || may_refarm_more())) search();
    tighten_last_period(found().cells_left, found().last_period);
    solved_.objective_bounds = objective_bounds(model_, bounds(), found(), progress_);
    solve_exactly();
    return std::move(solved_);
  }

 private:
  const SunsetModel& model_;
  progress::Progress& progress_;
  SunsetSolution solved_;

  Bounds& bounds() { return solved_.bounds; }
  Objective& found() { return solved_.found; }
  LevelMethod& method(std::size_t level) { return solved_.methods.at(level); }

  /// Replaces the incumbent by a better schedule.
  void offer(Schedule schedule) {
    const Objective objective = objective_of(model_, schedule);
    if (!is_better(objective, found())) return;
    found() = objective;
    solved_.schedule = std::move(schedule);
  }

  void search() { offer(search_schedule(model_, earliest_last_period(bounds(), 0), progress_)); }

  TerminalRelaxation relax(int period) {
    return solve_terminal_relaxation(model_, period, RelaxationEffort::kState, progress_);
  }

  /// Tightens the bound on the last period: as long as the relaxation of the earliest period leaves too many cells on,
  /// the next period becomes the earliest.
  void tighten_last_period(std::int64_t cells_left, int found_in) {
    for (;;) {
      const int period = earliest_last_period(bounds(), cells_left);
      if (period < 1 || period >= found_in) return;
      std::int64_t& known = bounds().fewest_on[static_cast<std::size_t>(period)];
      const std::int64_t fewest_on = relax(period).fewest_on;
      if (fewest_on <= known || fewest_on <= cells_left) return;
      known = fewest_on;
    }
  }

  /// Searches towards the best terminal state of each last period that the bounds allow, the earliest first.
  void search_towards_terminal_states() {
    if (!bounds().terminal.state) return;
    const std::int64_t fewest = bounds().fewest_on.back();
    const int first = std::max(1, earliest_last_period(bounds(), bounds().terminal.state->cells_on));
    progress_.begin("schedule with cells kept", static_cast<std::size_t>(std::max(1, model_.periods - first + 1)));
    for (int last = first; last <= model_.periods; ++last) {
      const TerminalRelaxation end = last == model_.periods ? bounds().terminal : relax(last);
      raise(bounds().fewest_on[static_cast<std::size_t>(last)], end.fewest_on);
      if (end.state) offer(search_schedule_towards(model_, *end.state, last, progress_));
      progress_.advance(1);
      if (found().cells_left == fewest && found().last_period <= last) return;
    }
  }

  /// Whether a second search is worth its time: the search towards terminal states does not look at refarmed people.
  bool may_refarm_more() {
    return model_.cells.size() <= kMostForBoth && std::ranges::count(bounds().may_be_refarmed.back(), true) > 0;
  }

  /// Optimises the lexicographic objectives one after the other by CBC where the exact model is small enough.
  void solve_exactly() {
    if (may_be_solved(model_)) {
      ExactModel exact(model_);
      if (can_be_solved(exact)) return solve_levels(exact);
    }
    solved_.solver += "; the exact model is too large for CBC";
  }

  void solve_levels(ExactModel& exact) {
    solved_.solver += "; CBC for each level";
    Objective& proven = solved_.objective_bounds;
    if (found().cells_left > proven.cells_left || found().last_period > proven.last_period)
      solve_cells_and_period(exact);
    const std::int64_t nodes = exact.milp().variables.size() <= kMostVariablesOfSmall ? kNodes : kFewNodes;
    exact.constrain_cells_and_period(found());
    exact.maximise_refarmed_people();
    if (const auto most = optimise(exact, nodes); most && *most < proven.refarmed_people_mhz) {
      proven.refarmed_people_mhz = *most;
      method(2).bound_by_cbc = true;
    }
    exact.constrain_refarmed_people(found());
    exact.minimise_cost();
    if (const auto least = optimise(exact, nodes)) raise_by_cbc(proven.cost_million_vnd, *least, method(3));
  }

  void solve_cells_and_period(const ExactModel& exact) {
    const double periods = model_.periods + 1;
    const std::optional<double> first = optimise(exact, kNodes);
    Objective& proven = solved_.objective_bounds;
    proven = objective_bounds(model_, bounds(), found(), progress_);
    if (!first) return;
    const double cells = std::floor((*first + kSolverTolerance) / periods);
    raise_by_cbc(proven.cells_left, static_cast<std::int64_t>(cells), method(0));
    // The remainder of the bound is a bound on the period only for schedules with as few cells left.
    if (found().cells_left != proven.cells_left) return;
    const int last = static_cast<int>(std::ceil(*first - cells * periods - kSolverTolerance));
    raise_by_cbc(proven.last_period, last, method(1));
  }

  /// The bound that CBC proves for the present objective, if any; a better schedule becomes the incumbent.
  std::optional<double> optimise(const ExactModel& exact, std::int64_t nodes) {
    progress_.throw_if_stopped();
    const milp::Solution solution = milp::solve(
        exact.milp(),
        {.relative_gap = 0.0, .nodes = nodes, .stop_requested = [this] { return progress_.stop_requested(); }});
    progress_.throw_if_stopped();
    if (solution.feasible) offer_trimmed(exact.schedule_of(solution.values));
    if (!std::isfinite(solution.bound)) return std::nullopt;
    return solution.bound;
  }

  void offer_trimmed(Schedule schedule) {
    if (!floors_hold_throughout(model_, schedule)) return;
    trim(model_, schedule);
    const Objective before = found();
    offer(std::move(schedule));
    note_values_by_cbc(before, found(), solved_.methods);
  }
};

}  // namespace

SunsetSolution solve_sunset(const SunsetModel& model, progress::Progress& progress) {
  return SunsetSolver(model, progress).solve();
}

milp::Model model_of_bounds(const SunsetModel& model) {
  if (may_be_solved(model)) {
    const ExactModel exact(model);
    if (can_be_solved(exact)) return exact.milp();
  }
  return terminal_model(model, model.periods);
}

}  // namespace phusong::sunset

#include "sim/planning/choose_stations.h"

#include <algorithm>
#include <tuple>

#include "sim/optimisation/covering/problem/value.h"
#include "sim/planning/tolerances.h"
#include "sim/progress/deadline.h"

namespace phusong::planning {
namespace {

using progress::StopReason;

/// A selection and what its stations cost once they are connected.
struct Attempt {
  covering::Solution selection;
  ConnectedStations connected;
  bool stopped_by_time = false;  ///< this one, or one that it replaces
};

/// Inputs of the stage with its one time limit.
struct ChoiceContext {
  const ChoiceInputs& inputs;
  progress::Deadline deadline;
  progress::Progress& progress;

  covering::Settings settings() const {
    return {.gap = inputs.options.gap, .time_limit_s = deadline.left_s(), .seed = inputs.options.seed};
  }
};

Attempt attempt(const ChoiceContext& context, const covering::Problem& problem) {
  const ChoiceInputs& inputs = context.inputs;
  Attempt result{.selection = covering::solve(problem, context.settings(), context.progress), .connected = {}};
  result.stopped_by_time = result.selection.stopped_by == StopReason::kTime;
  result.connected = connect(inputs.candidates, result.selection.built, inputs.finder, context.progress);
  return result;
}

/// Returns by how much the stations break the budget; 0 where they keep it, or where there is none.
double over_budget_million_vnd(const ChoiceInputs& inputs, const ConnectedStations& connected) {
  const auto& budget = inputs.problem.goal.budget_capex;
  const double over = budget ? connected.cost.capex_million_vnd - *budget : 0.0;
  return over > kCostToleranceMillionVnd ? over : 0.0;
}

Attempt without_dearest(const ChoiceContext& context, Attempt dear) {
  const ChoiceInputs& inputs = context.inputs;
  std::vector<covering::OptionIndex>& built = dear.selection.built;
  built.erase(std::ranges::max_element(built, {}, [&inputs](covering::OptionIndex option) {
    return inputs.candidates.costs[option].cost().capex_million_vnd;
  }));
  dear.selection.objective = covering::value_of(inputs.problem, built);
  dear.selection.reached = dear.selection.reached && covering::is_feasible(inputs.problem, built);
  dear.connected = connect(inputs.candidates, built, inputs.finder, context.progress);
  return dear;
}

Attempt without_dearest_until_paid(const ChoiceContext& context, Attempt current) {
  while (over_budget_million_vnd(context.inputs, current.connected) > 0.0)
    current = without_dearest(context, std::move(current));
  return current;
}

/// Chooses for a lower budget each time.
Attempt chosen_for_less(const ChoiceContext& context, Attempt current) {
  constexpr int kMostAttempts = 6;
  covering::Problem problem = context.inputs.problem;
  const auto over = [&] { return over_budget_million_vnd(context.inputs, current.connected); };
  for (int i = 0; i < kMostAttempts && over() > 0.0; ++i) {
    double& budget = problem.goal.budget_capex.value();
    budget = std::max(0.0, budget - over());
    const bool stopped_by_time = current.stopped_by_time;
    current = attempt(context, problem);
    current.stopped_by_time = current.stopped_by_time || stopped_by_time;
  }
  return without_dearest_until_paid(context, std::move(current));
}

/// Whether one selection is worth more than another, or as much for less; one that keeps the minimum of communes
/// before any that does not.
bool is_better(const Attempt& one, const Attempt& other) {
  const auto rank = [](const Attempt& attempt) {
    return std::tuple(attempt.selection.reached, attempt.selection.objective,
                      -attempt.connected.cost.capex_million_vnd);
  };
  return rank(one) > rank(other);
}

/// Finds a selection that the budget pays with its links. One station fewer may free a place for a cheap link, so that
/// lowering the budget by all that is over can take away too much: the first selection without its dearest stations is
/// the other way, and the better of both is kept.
Attempt within_budget(const ChoiceContext& context, const Attempt& first) {
  Attempt best = chosen_for_less(context, first);
  Attempt shortened = without_dearest_until_paid(context, first);
  shortened.stopped_by_time = best.stopped_by_time;
  if (is_better(shortened, best)) best = std::move(shortened);
  return best;
}

/// Takes over the bound of the first choice, which holds for what came of it. Where one of them kept the minimum of
/// communes and the other does not, the bound is one without that minimum.
void take_bound_of(const covering::Solution& first, const ChoiceContext& context, covering::Solution& selection) {
  selection.bound = first.bound;
  selection.goal_instead = first.goal_instead;
  if (first.reached == selection.reached) return;
  covering::Problem free = context.inputs.problem;
  free.goal.quotas.clear();
  selection.bound = covering::solve(free, context.settings(), context.progress).bound;
  selection.goal_instead = free.goal;
}

/// Raises the objective to what the plan costs, and says so.
void raise_objective(const ChoiceInputs& inputs, StationChoice& choice) {
  if (inputs.problem.goal.budget_capex) return;
  const double more =
      choice.connected.cost.objective_million_vnd(inputs.options.opex_years) - choice.selection.objective;
  if (more <= kCostToleranceMillionVnd) return;
  choice.notes.push_back({.kind = PlanNote::Kind::kLinksCostMore, .million_vnd = more});
  choice.selection.objective += more;
}

/// Recomputes the gap: the plan as built may differ from the selection.
void update_gap(double content_gap, bool stopped_by_time, covering::Solution& selection) {
  const double gap = covering::gap_of(selection.objective, selection.bound);
  const bool is_wider = gap > selection.gap;
  selection.gap = gap;
  if (stopped_by_time) {
    selection.stopped_by = StopReason::kTime;
  } else if (is_wider) {
    selection.stopped_by = gap <= content_gap ? StopReason::kGap : StopReason::kWork;
  }
}

}  // namespace

StationChoice choose_stations(const ChoiceInputs& inputs, progress::Progress& progress) {
  const ChoiceContext context{
      .inputs = inputs, .deadline = progress::Deadline(inputs.options.time_limit_s), .progress = progress};
  StationChoice choice;
  Attempt best = attempt(context, inputs.problem);
  const covering::Solution first = best.selection;
  if (over_budget_million_vnd(inputs, best.connected) > 0.0) {
    choice.notes.push_back(
        {.kind = PlanNote::Kind::kChosenForLess, .million_vnd = best.connected.cost.capex_million_vnd});
    best = within_budget(context, best);
  }
  choice.selection = std::move(best.selection);
  choice.connected = std::move(best.connected);
  take_bound_of(first, context, choice.selection);
  raise_objective(inputs, choice);
  update_gap(inputs.options.gap, best.stopped_by_time, choice.selection);
  return choice;
}

}  // namespace phusong::planning

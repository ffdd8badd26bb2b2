#include "sim/planning/sunset/search.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>
#include <utility>

#include "sim/planning/sunset/clearing.h"
#include "sim/planning/sunset/subsidy_need.h"
#include "sim/planning/sunset/sunset_state.h"
#include "sim/planning/sunset/trim.h"

namespace phusong::planning::sunset {
namespace {

/// How often the rest is tried again without the cells of the demands that it breaks.
constexpr int kRestAttempts = 20;

/// What each demand shall have been given when everything is off.
struct SubsidyPlan {
  std::vector<ClassCounts> needs;
  std::int64_t reserve = 0;  ///< handsets beyond the needs
};

/// The needs at the end of `last_period`; those that cannot be met, or go beyond what there is, are left out, the
/// greatest first.
SubsidyPlan subsidy_plan(const SunsetModel& model, int last_period) {
  const auto needs = needs_with_all_off(model, last_period);
  std::vector<std::size_t> by_need;
  for (std::size_t d = 0; d < needs.size(); ++d)
    if (needs[d] && total(*needs[d]) > 0) by_need.push_back(d);
  std::ranges::stable_sort(by_need, {}, [&](std::size_t d) { return total(*needs[d]); });
  SubsidyPlan plan{.needs = std::vector<ClassCounts>(needs.size()),
                   .reserve = model.subsidies_per_period * last_period};
  for (const std::size_t d : by_need) {
    if (total(*needs[d]) > plan.reserve) break;
    plan.reserve -= total(*needs[d]);
    plan.needs[d] = *needs[d];
  }
  return plan;
}

std::vector<std::int64_t> totals(const std::vector<ClassCounts>& counts) {
  std::vector<std::int64_t> result;
  for (const ClassCounts& c : counts)
    result.push_back(total(c));
  return result;
}

/// One schedule, from the first period to the last.
class Run {
 public:
  Run(const SunsetModel& model, SubsidyPlan plan, coverage::Progress& progress)
      : model_(model),
        plan_(std::move(plan)),
        progress_(progress),
        state_(model, SubsidyPurse(model, totals(plan_.needs), plan_.reserve)),
        clearing_(model, state_),
        swaps_(best_swaps()) {
    for (std::size_t d = 0; d < plan_.needs.size(); ++d)
      if (total(plan_.needs[d]) > 0) needy_.push_back(static_cast<DemandIndex>(d));
    std::ranges::stable_sort(needy_, {}, [&](DemandIndex d) { return total(plan_.needs[d]); });
  }

  Schedule go() {
    while (state_.period() < model_.periods) {
      progress_.throw_if_stopped();
      state_.begin_period();
      swap();
      if (state_.cells_on() > 0) {
        switch_rest_off();
        clearing_.clear_pieces();
        switch_single_cells_off();
        give_ahead();
      }
      state_.start_clear_carriers();
    }
    return state_.schedule();
  }

 private:
  const SunsetModel& model_;
  SubsidyPlan plan_;
  coverage::Progress& progress_;
  SunsetState state_;
  Clearing clearing_;
  std::vector<SwapIndex> swaps_;    ///< still to be made, the best last
  std::vector<DemandIndex> needy_;  ///< that shall have handsets, the fewest first

  /// As many as the budget pays, those first that most handsets need less help with.
  std::vector<SwapIndex> best_swaps() const {
    std::vector<std::pair<double, SwapIndex>> by_people;
    for (SwapIndex i = 0; i < model_.swaps.size(); ++i) {
      double handsets = 0.0;
      for (const Link& link : model_.swaps[i].links) {
        const Spot& spot = model_.spots[link.spot];
        handsets += spot.weight * static_cast<double>(total(model_.demands[spot.demand].initial));
      }
      by_people.emplace_back(handsets, i);
    }
    std::ranges::stable_sort(by_people, [](const auto& a, const auto& b) { return a.first > b.first; });
    double budget = model_.swap_budget_million_vnd;
    std::vector<SwapIndex> chosen;
    for (const auto& [handsets, swap] : by_people) {
      const double cost = model_.swaps[swap].cost_million_vnd;
      if (handsets <= 0.0 || cost > budget) continue;
      budget -= cost;
      chosen.push_back(swap);
    }
    std::ranges::reverse(chosen);
    return chosen;
  }

  void swap() {
    while (!swaps_.empty() && state_.try_swap(swaps_.back()))
      swaps_.pop_back();
  }

  std::vector<CellIndex> cells_on() const {
    std::vector<CellIndex> cells;
    for (CellIndex cell = 0; cell < model_.cells.size(); ++cell)
      if (state_.is_on(cell)) cells.push_back(cell);
    return cells;
  }

  /// All that is still on at once, so that every carrier helps to keep the floors; less the cells of the demands whose
  /// floors that would break.
  void switch_rest_off() {
    std::vector<CellIndex> cells = cells_on();
    for (int i = 0; i < kRestAttempts && !cells.empty() && state_.can_switch_off(cells); ++i) {
      const std::vector<DemandIndex> broken = state_.switch_off(cells, SunsetState::Report::kAll);
      if (broken.empty()) return;
      cells = without_cells_of(broken, cells);
    }
  }

  std::vector<CellIndex> without_cells_of(const std::vector<DemandIndex>& demands,
                                          const std::vector<CellIndex>& cells) const {
    std::vector<bool> is_broken(model_.demands.size());
    for (const DemandIndex demand : demands)
      is_broken[demand] = true;
    const auto serves_one = [&](CellIndex cell) {
      return std::ranges::any_of(model_.cells[cell].links,
                                 [&](const Link& link) { return is_broken[model_.spots[link.spot].demand]; });
    };
    std::vector<CellIndex> kept;
    std::ranges::remove_copy_if(cells, std::back_inserter(kept), serves_one);
    return kept;
  }

  void switch_single_cells_off() {
    for (const CellIndex cell : cells_on()) {
      if (state_.crew().cells_left() == 0) return;
      state_.try_switch_off(std::span(&cell, 1));
    }
  }

  /// What is left of the period's handsets goes to demands that will need them.
  void give_ahead() {
    for (const DemandIndex demand : needy_) {
      if (state_.purse().left() == 0) return;
      if (state_.purse().needed(demand) == 0) continue;
      ClassCounts missing = plan_.needs[demand];
      for (std::size_t c = 0; c < kHandsetClasses; ++c)
        missing[c] = std::max<std::int64_t>(0, missing[c] - state_.purse().given(demand)[c]);
      state_.give_ahead(demand, missing);
    }
  }
};

}  // namespace

Schedule search_schedule(const SunsetModel& model, int earliest_last_period, coverage::Progress& progress) {
  std::optional<Schedule> best;
  Objective best_objective;
  const auto offer = [&](Schedule schedule) {
    trim(model, schedule);
    const Objective objective = objective_of(model, schedule);
    if (best && !is_better(objective, best_objective)) return;
    best = std::move(schedule);
    best_objective = objective;
  };
  const int first = std::max(1, earliest_last_period);
  progress.begin("schedule", static_cast<std::size_t>(std::max(1, model.periods - first + 2)));
  for (int last = first; last <= model.periods; ++last) {
    offer(Run(model, subsidy_plan(model, last), progress).go());
    progress.advance(1);
    if (best_objective.cells_left == 0 && best_objective.last_period <= last) break;
  }
  if (best && best_objective.cells_left == 0) return *best;
  SubsidyPlan freely{.needs = std::vector<ClassCounts>(model.demands.size()),
                     .reserve = std::numeric_limits<std::int64_t>::max()};
  offer(Run(model, std::move(freely), progress).go());
  progress.advance(1);
  return *best;
}

}  // namespace phusong::planning::sunset

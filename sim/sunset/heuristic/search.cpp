#include "sim/sunset/heuristic/search.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>
#include <utility>

#include "sim/sunset/heuristic/clearing.h"
#include "sim/sunset/heuristic/sunset_state.h"
#include "sim/sunset/heuristic/trim.h"
#include "sim/sunset/model/subsidy_need.h"

namespace phusong::sunset {
namespace {

/// How often the rest is tried again without the cells of the demands that it breaks.
constexpr int kRestAttempts = 20;

/// Who is given handsets ahead of the need: the demands that need the fewest first, or those of the cells whose demands
/// do, so that whole cells can go soon.
enum class AheadBy { kDemand, kCell };

/// What each demand shall have been given when everything is off.
struct SubsidyPlan {
  std::vector<ClassCounts> needs;
  std::int64_t reserve = 0;  ///< handsets beyond the needs
  AheadBy ahead_by = AheadBy::kDemand;
  std::vector<bool> keep{};  ///< cells not to be touched before `last_period`; empty: none
  int last_period = 0;
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
  Run(const SunsetModel& model, SubsidyPlan plan, progress::Progress& progress)
      : model_(model),
        plan_(std::move(plan)),
        progress_(progress),
        state_(model, SubsidyPurse(model, totals(plan_.needs), plan_.reserve)),
        clearing_(model, state_, plan_.keep),
        swaps_(best_swaps()),
        demands_of_cell_(model.cells.size()) {
    for (DemandIndex d = 0; d < plan_.needs.size(); ++d)
      if (total(plan_.needs[d]) > 0) needy_.push_back(d);
    std::ranges::stable_sort(needy_, {}, [&](DemandIndex d) { return total(plan_.needs[d]); });
    for (CellIndex cell = 0; cell < model.cells.size(); ++cell) {
      for (const Link& link : model.cells[cell].links) {
        const DemandIndex demand = model.spots[link.spot].demand;
        auto& demands = demands_of_cell_[cell];
        const bool is_needy = total(plan_.needs[demand]) > 0;
        if (is_needy && (demands.empty() || demands.back() != demand)) demands.push_back(demand);
      }
    }
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
  progress::Progress& progress_;
  SunsetState state_;
  Clearing clearing_;
  std::vector<SwapIndex> swaps_;                           ///< still to be made, the best last
  std::vector<DemandIndex> needy_;                         ///< that shall have handsets, the fewest first
  std::vector<std::vector<DemandIndex>> demands_of_cell_;  ///< that shall have handsets

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

  bool is_kept(CellIndex cell) const {
    return !plan_.keep.empty() && plan_.keep[cell] && state_.period() < plan_.last_period;
  }

  std::vector<CellIndex> cells_on() const {
    std::vector<CellIndex> cells;
    for (CellIndex cell = 0; cell < model_.cells.size(); ++cell)
      if (state_.is_on(cell) && !is_kept(cell)) cells.push_back(cell);
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
    if (plan_.ahead_by == AheadBy::kCell) return give_ahead_by_cell();
    for (const DemandIndex demand : needy_)
      if (state_.purse().left() > 0 && state_.purse().needed(demand) > 0) give_what_is_missing(demand);
  }

  void give_ahead_by_cell() {
    std::vector<std::pair<std::int64_t, CellIndex>> by_need;
    for (const CellIndex cell : cells_on()) {
      std::int64_t need = 0;
      for (const DemandIndex demand : demands_of_cell_[cell])
        need += state_.purse().needed(demand);
      if (need > 0) by_need.emplace_back(need, cell);
    }
    std::ranges::sort(by_need);
    for (const auto& [need, cell] : by_need) {
      for (const DemandIndex demand : demands_of_cell_[cell])
        if (state_.purse().left() > 0 && state_.purse().needed(demand) > 0) give_what_is_missing(demand);
    }
  }

  void give_what_is_missing(DemandIndex demand) {
    ClassCounts missing = plan_.needs[demand];
    for (std::size_t c = 0; c < kHandsetClasses; ++c)
      missing[c] = std::max<std::int64_t>(0, missing[c] - state_.purse().given(demand)[c]);
    state_.give_ahead(demand, missing);
  }
};

}  // namespace

Schedule search_schedule(const SunsetModel& model, int earliest_last_period, progress::Progress& progress) {
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
    for (const AheadBy ahead_by : {AheadBy::kDemand, AheadBy::kCell}) {
      SubsidyPlan plan = subsidy_plan(model, last);
      plan.ahead_by = ahead_by;
      offer(Run(model, std::move(plan), progress).go());
    }
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

Schedule search_schedule_towards(const SunsetModel& model, const TerminalState& end, int last_period,
                                 progress::Progress& progress) {
  std::int64_t needed = 0;
  for (const ClassCounts& subsidies : end.subsidies)
    needed += total(subsidies);
  const std::int64_t all = model.subsidies_per_period * last_period;
  Schedule schedule = Run(model,
                          {.needs = end.subsidies,
                           .reserve = std::max<std::int64_t>(0, all - needed),
                           .ahead_by = AheadBy::kCell,
                           .keep = end.keep,
                           .last_period = last_period},
                          progress)
                          .go();
  trim(model, schedule);
  return schedule;
}

}  // namespace phusong::sunset

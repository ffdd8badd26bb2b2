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

/// Attempts to switch off all remaining cells, each without the cells of the demands that broke before.
constexpr int kRestAttempts = 20;

/// Order in which demands get handsets before they need them: by demand, the smallest need first; or by cell, the cell
/// whose demands need the fewest first, so that whole cells can go off soon.
enum class AheadBy { kDemand, kCell };

/// The handsets that each demand is to have when everything is off.
struct SubsidyPlan {
  std::vector<ClassCounts> needs;
  std::int64_t reserve = 0;  ///< handsets beyond the needs
  AheadBy ahead_by = AheadBy::kDemand;
  std::vector<bool> keep{};  ///< cells that stay on before `last_period`; empty: none
  int last_period = 0;
};

/// The needs at the end of `last_period`, the smallest first, as far as they can be met and the budget lasts.
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

/// Constructs one schedule, from the first period to the last.
class ConstructionHeuristic {
 public:
  ConstructionHeuristic(const SunsetModel& model, SubsidyPlan plan, progress::Progress& progress)
      : model_(model),
        plan_(std::move(plan)),
        progress_(progress),
        state_(model, SubsidyBudget(model.subsidies_per_period, totals(plan_.needs), plan_.reserve)),
        clearing_(model, state_, plan_.keep),
        swaps_(best_swaps()),
        demands_of_cell_(model.cells.size()) {
    for (DemandIndex d = 0; d < plan_.needs.size(); ++d)
      if (total(plan_.needs[d]) > 0) needy_.push_back(d);
    std::ranges::stable_sort(needy_, {}, [&](DemandIndex d) { return total(plan_.needs[d]); });
    for (CellIndex cell = 0; cell < model.cells.size(); ++cell) {
      for (const Link& link : model.cells[cell].links) {
        const DemandIndex demand = model.demand_of(link);
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
        clearing_.clear_spectrum();
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
  std::vector<DemandIndex> needy_;                         ///< demands with a need, the smallest first
  std::vector<std::vector<DemandIndex>> demands_of_cell_;  ///< demands with a need, per cell

  /// The swaps that the budget pays, greedily by the handsets that they cover, in ascending order.
  std::vector<SwapIndex> best_swaps() const {
    std::vector<std::pair<double, SwapIndex>> by_people;
    for (SwapIndex i = 0; i < model_.swaps.size(); ++i) {
      double handsets = 0.0;
      for (const Link& link : model_.swaps[i].links) {
        const DemandClass& at = model_.demand_classes[link.demand_class];
        handsets += at.weight * static_cast<double>(total(model_.demands[at.demand].initial));
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

  /// Switches off all remaining cells at once, so that every carrier helps to keep the floors; the cells of demands
  /// whose floors would break are taken out for the next attempt.
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
                                 [&](const Link& link) { return is_broken[model_.demand_of(link)]; });
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

  /// Gives the handsets left over in this period to demands that will need them.
  void give_ahead() {
    if (plan_.ahead_by == AheadBy::kCell) return give_ahead_by_cell();
    for (const DemandIndex demand : needy_)
      if (state_.subsidy_budget().left() > 0 && state_.subsidy_budget().needed(demand) > 0)
        give_what_is_missing(demand);
  }

  void give_ahead_by_cell() {
    std::vector<std::pair<std::int64_t, CellIndex>> by_need;
    for (const CellIndex cell : cells_on()) {
      std::int64_t need = 0;
      for (const DemandIndex demand : demands_of_cell_[cell])
        need += state_.subsidy_budget().needed(demand);
      if (need > 0) by_need.emplace_back(need, cell);
    }
    std::ranges::sort(by_need);
    for (const auto& [need, cell] : by_need) {
      for (const DemandIndex demand : demands_of_cell_[cell])
        if (state_.subsidy_budget().left() > 0 && state_.subsidy_budget().needed(demand) > 0)
          give_what_is_missing(demand);
    }
  }

  void give_what_is_missing(DemandIndex demand) {
    ClassCounts missing = plan_.needs[demand];
    for (std::size_t c = 0; c < kHandsetClasses; ++c)
      missing[c] = std::max<std::int64_t>(0, missing[c] - state_.subsidy_budget().given(demand)[c]);
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
      offer(ConstructionHeuristic(model, std::move(plan), progress).go());
    }
    progress.advance(1);
    if (best_objective.cells_left == 0 && best_objective.last_period <= last) break;
  }
  if (best && best_objective.cells_left == 0) return *best;
  SubsidyPlan freely{.needs = std::vector<ClassCounts>(model.demands.size()),
                     .reserve = std::numeric_limits<std::int64_t>::max()};
  offer(ConstructionHeuristic(model, std::move(freely), progress).go());
  progress.advance(1);
  return *best;
}

Schedule search_schedule_towards(const SunsetModel& model, const TerminalState& end, int last_period,
                                 progress::Progress& progress) {
  std::int64_t needed = 0;
  for (const ClassCounts& subsidies : end.subsidies)
    needed += total(subsidies);
  const std::int64_t all = model.subsidies_per_period * last_period;
  Schedule schedule = ConstructionHeuristic(model,
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

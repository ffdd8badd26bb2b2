#pragma once

#include <span>
#include <vector>

#include "sim/sunset/heuristic/crew.h"
#include "sim/sunset/heuristic/subsidy_budget.h"
#include "sim/sunset/model/schedule.h"
#include "sim/sunset/model/service_state.h"

namespace phusong::sunset {

/// A schedule under construction, period after period. A move that breaks the crews' limits, the guard or a floor is
/// not made.
class SunsetState {
 public:
  SunsetState(const SunsetModel& model, SubsidyBudget subsidy_budget);

  /// Begins the next period, to which all moves belong from now on.
  void begin_period();
  int period() const { return period_; }

  bool is_on(CellIndex cell) const { return schedule_.off_period[cell] == kNever; }
  bool is_on_air(CarrierIndex carrier) const { return schedule_.on_period[carrier] != kNever; }
  std::size_t cells_on() const { return cells_on_; }
  const Crew& crew() const { return crew_; }
  const SubsidyBudget& subsidy_budget() const { return subsidy_budget_; }
  const Schedule& schedule() const { return schedule_; }
  /// Carriers that wait for a cell to go off; the one that replaces it is among them.
  const std::vector<CarrierIndex>& waiting_for(CellIndex cell) const { return waiting_for_[cell]; }
  /// The cells on that a carrier waits for.
  std::vector<CellIndex> cells_in_the_way(CarrierIndex carrier) const;

  /// Switches off these cells, which are on, starts the carriers that they make way for, and gives handsets where they
  /// keep a floor. Returns the demands whose floors would break, the first or all; then nothing is changed. Requires
  /// can_switch_off().
  enum class Report { kFirst, kAll };
  std::vector<DemandIndex> switch_off(std::span<const CellIndex> cells, Report report);
  bool can_switch_off(std::span<const CellIndex> cells) const;
  /// Whether the cells could be switched off, and were.
  bool try_switch_off(std::span<const CellIndex> cells) {
    return can_switch_off(cells) && switch_off(cells, Report::kFirst).empty();
  }

  /// Starts the carriers that no cell is in the way of, as far as crews can visit their masts.
  void start_clear_carriers();
  /// Switches on the equipment of a swap where crews can visit its mast.
  bool try_swap(SwapIndex swap);
  /// Gives handsets before they are needed, no more than the demand still has of a class.
  void give_ahead(DemandIndex demand, const ClassCounts& handsets);

 private:
  /// Record of a move, by which it is undone.
  struct Move {
    std::vector<CellIndex> cells;
    std::vector<CarrierIndex> carriers;
    std::vector<std::size_t> visits;
    std::vector<Subsidy> subsidies;
  };

  void switch_one_off(CellIndex cell, Move& move);
  void start_carriers_after(Move& move);
  void start(CarrierIndex carrier, Move& move);
  bool may_start(CarrierIndex carrier) const;
  bool keep_floors(DemandIndex demand, Move& move);
  std::vector<DemandIndex> demands_of(std::span<const CellIndex> cells) const;
  void visit(std::size_t site, Move& move);
  void commit(const Move& move);
  void undo(const Move& move);
  ClassCounts counts_of(DemandIndex demand) const;

  const SunsetModel& model_;
  Schedule schedule_;
  ServiceState service_;
  Crew crew_;
  SubsidyBudget subsidy_budget_;
  int period_ = 0;
  std::size_t cells_on_ = 0;
  std::vector<std::vector<CarrierIndex>> waiting_for_;  ///< per cell
  std::vector<std::uint32_t> in_the_way_;               ///< cells on that it waits for, per carrier
};

}  // namespace phusong::sunset

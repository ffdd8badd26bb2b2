#pragma once

#include <span>
#include <vector>

#include "sim/sunset/heuristic/subsidy_purse.h"
#include "sim/sunset/model/crew.h"
#include "sim/sunset/model/schedule.h"
#include "sim/sunset/model/service_state.h"

namespace phusong::sunset {

/// A schedule in the making, period after period. Every move keeps to the crews, the guard and the floors, or is not
/// made.
class SunsetState {
 public:
  SunsetState(const SunsetModel& model, SubsidyPurse purse);

  /// The next period. Moves belong to it from now on.
  void begin_period();
  int period() const { return period_; }

  bool is_on(CellIndex cell) const { return schedule_.off_period[cell] == kNever; }
  bool is_on_air(CarrierIndex carrier) const { return schedule_.on_period[carrier] != kNever; }
  std::size_t cells_on() const { return cells_on_; }
  const Crew& crew() const { return crew_; }
  const SubsidyPurse& purse() const { return purse_; }
  const Schedule& schedule() const { return schedule_; }
  /// Carriers that wait for a cell to go off, the one that replaces it among them.
  const std::vector<CarrierIndex>& waiting_for(CellIndex cell) const { return waiting_for_[cell]; }
  /// Cells that a carrier waits for.
  std::vector<CellIndex> cells_in_the_way(CarrierIndex carrier) const;

  /// Switches off these cells, which are on, and starts the carriers that they make way for; gives handsets where that
  /// keeps a floor. Nothing is changed when a floor is still broken: then the demands concerned, the first alone or
  /// all, are returned. Nothing, and nothing done, too where the crews cannot: see can_switch_off.
  enum class Report { kFirst, kAll };
  std::vector<DemandIndex> switch_off(std::span<const CellIndex> cells, Report report);
  bool can_switch_off(std::span<const CellIndex> cells) const;
  /// Both together, for one attempt.
  bool try_switch_off(std::span<const CellIndex> cells) {
    return can_switch_off(cells) && switch_off(cells, Report::kFirst).empty();
  }

  /// Starts carriers that nothing is in the way of, as far as crews can visit their masts.
  void start_clear_carriers();
  /// Switches on the equipment of a swap where crews can visit.
  bool try_swap(SwapIndex swap);
  /// Handsets ahead of their need; never more than the demand still has of a class.
  void give_ahead(DemandIndex demand, const ClassCounts& handsets);

 private:
  /// What a move did, so that it can be taken back.
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
  void take_back(const Move& move);
  ClassCounts counts_of(DemandIndex demand) const;

  const SunsetModel& model_;
  Schedule schedule_;
  ServiceState service_;
  Crew crew_;
  SubsidyPurse purse_;
  int period_ = 0;
  std::size_t cells_on_ = 0;
  std::vector<std::vector<CarrierIndex>> waiting_for_;  ///< one a cell
  std::vector<std::uint32_t> in_the_way_;               ///< cells that are on, one a carrier
};

}  // namespace phusong::sunset

#include "sim/sunset/bound/presolve.h"

#include <algorithm>
#include <utility>

#include "sim/sunset/model/links_by_demand.h"
#include "sim/sunset/model/subsidy_need.h"

namespace phusong::sunset {
namespace {

/// The state with every old cell on and everything new that may ever be on.
ServiceState state_with_all_on(const SunsetModel& model) {
  ServiceState state(model);
  for (const Carrier& carrier : model.carriers)
    if (!carrier.blocked_for_good) state.switch_on(carrier.links);
  for (const Swap& swap : model.swaps)
    state.switch_on(swap.links);
  return state;
}

ServiceState state_without_old_cells(const SunsetModel& model) {
  ServiceState state(model);
  for (const OldCell& cell : model.cells)
    state.switch_off(cell.links);
  return state;
}

/// Propagates fixings; a cell or demand that a conclusion concerns is due for another look.
class Presolver {
 public:
  Presolver(const SunsetModel& model, int period)
      : model_(model),
        period_(period),
        handsets_(model.subsidies_per_period * period),
        most_(state_with_all_on(model)),
        least_(state_without_old_cells(model)),
        cells_of_demand_(cells_of_demands(model)),
        waiting_for_(carriers_waiting_for_cells(model)),
        open_demands_of_cell_(model.cells.size()),
        cell_is_due_(model.cells.size(), 1),
        demand_is_due_(model.demands.size(), 1) {
    result_.cells.resize(model.cells.size(), Fixing::kFree);
    result_.carriers.resize(model.carriers.size(), Fixing::kFree);
    result_.redundant.resize(model.demands.size());
    for (const auto& cells : cells_of_demand_) {
      for (const CellIndex cell : cells)
        ++open_demands_of_cell_[cell];
    }
    for (CarrierIndex k = 0; k < model.carriers.size(); ++k) {
      in_the_way_.push_back(model.carriers[k].blockers.size() + 1);
      if (model.carriers[k].blocked_for_good) result_.carriers[k] = Fixing::kOff;
    }
  }

  Fixings go(const std::vector<CellIndex>& gone) {
    for (const CellIndex c : gone)
      fix_off(c);
    for (CellIndex c = 0; c < model_.cells.size(); ++c)
      if (open_demands_of_cell_[c] == 0) fix_off(c);
    while (changed_) {
      changed_ = false;
      for (DemandIndex d = 0; d < model_.demands.size(); ++d)
        if (std::exchange(demand_is_due_[d], 0) != 0) check_demand(d);
      for (CellIndex c = 0; c < model_.cells.size(); ++c)
        if (std::exchange(cell_is_due_[c], 0) != 0) probe_cell(c);
    }
    return std::move(result_);
  }

 private:
  const SunsetModel& model_;
  int period_;
  std::int64_t handsets_;
  ServiceState most_, least_;  ///< with all on that is not fixed off, and with the fixed ones alone
  std::vector<std::vector<CellIndex>> cells_of_demand_;
  std::vector<std::vector<CarrierIndex>> waiting_for_;
  std::vector<std::size_t> open_demands_of_cell_;  ///< demands not redundant, per cell
  std::vector<std::size_t> in_the_way_;            ///< cells not fixed off, per carrier
  std::vector<char> cell_is_due_, demand_is_due_;
  bool changed_ = true;
  Fixings result_;

  void check_demand(DemandIndex d) {
    if (result_.redundant[d] || !floors_hold(model_.demands[d], least_.weights_of(d), model_.counts_in(d, period_)))
      return;
    result_.redundant[d] = true;
    for (const CellIndex cell : cells_of_demand_[d])
      if (--open_demands_of_cell_[cell] == 0) fix_off(cell);
  }

  void probe_cell(CellIndex cell) {
    if (result_.cells[cell] != Fixing::kFree) return;
    most_.switch_off(model_.cells[cell].links);
    if (breaks_a_floor(cell)) {
      fix_on(cell);
    } else {
      most_.switch_on(model_.cells[cell].links);
    }
  }

  /// Whether a floor that the cell serves breaks in `most_`, where the cell is off.
  bool breaks_a_floor(CellIndex cell) const {
    auto last = static_cast<DemandIndex>(model_.demands.size());
    return std::ranges::any_of(model_.cells[cell].links, [&](const Link& link) {
      const DemandIndex d = model_.demand_of(link);
      if (std::exchange(last, d) == d || result_.redundant[d]) return false;
      const auto need = fewest_subsidies(model_.demands[d], most_.weights_of(d), model_.counts_in(d, period_));
      return !need || total(*need) > handsets_;
    });
  }

  void fix_on(CellIndex cell) {
    changed_ = true;
    result_.cells[cell] = Fixing::kOn;
    const std::vector<Link>& links = model_.cells[cell].links;
    most_.switch_on(links);
    least_.switch_on(links);
    demands_are_due(links);
    for (const CarrierIndex carrier : waiting_for_[cell])
      if (result_.carriers[carrier] == Fixing::kFree) fix_carrier_off(carrier);
  }

  void fix_off(CellIndex cell) {
    if (result_.cells[cell] != Fixing::kFree) return;
    changed_ = true;
    result_.cells[cell] = Fixing::kOff;
    most_.switch_off(model_.cells[cell].links);
    cells_are_due(model_.cells[cell].links);
    for (const CarrierIndex carrier : waiting_for_[cell]) {
      if (--in_the_way_[carrier] > 0 || result_.carriers[carrier] != Fixing::kFree) continue;
      result_.carriers[carrier] = Fixing::kOn;
      least_.switch_on(model_.carriers[carrier].links);
      demands_are_due(model_.carriers[carrier].links);
    }
  }

  void fix_carrier_off(CarrierIndex carrier) {
    result_.carriers[carrier] = Fixing::kOff;
    most_.switch_off(model_.carriers[carrier].links);
    cells_are_due(model_.carriers[carrier].links);
  }

  void cells_are_due(const std::vector<Link>& links) {
    for (const Link& link : links) {
      if (result_.redundant[model_.demand_of(link)]) continue;
      for (const CellIndex cell : cells_of_demand_[model_.demand_of(link)])
        cell_is_due_[cell] = 1;
    }
  }

  void demands_are_due(const std::vector<Link>& links) {
    for (const Link& link : links)
      demand_is_due_[model_.demand_of(link)] = 1;
  }
};

}  // namespace

Fixings presolve(const SunsetModel& model, int period, const std::vector<CellIndex>& gone) {
  return Presolver(model, period).go(gone);
}

}  // namespace phusong::sunset

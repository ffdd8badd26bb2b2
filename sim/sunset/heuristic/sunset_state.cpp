#include "sim/sunset/heuristic/sunset_state.h"

#include <algorithm>
#include <set>

#include "sim/sunset/model/subsidy_need.h"

namespace phusong::sunset {

SunsetState::SunsetState(const SunsetModel& model, SubsidyBudget subsidy_budget)
    : model_(model),
      schedule_(model),
      service_(model),
      crew_(model.max_cells_per_period, model.max_sites_per_period, model.sites),
      subsidy_budget_(std::move(subsidy_budget)),
      cells_on_(model.cells.size()),
      waiting_for_(model.cells.size()) {
  for (CarrierIndex k = 0; k < model.carriers.size(); ++k) {
    const Carrier& carrier = model.carriers[k];
    waiting_for_[carrier.replaces].push_back(k);
    for (const CellIndex blocker : carrier.blockers)
      waiting_for_[blocker].push_back(k);
    in_the_way_.push_back(static_cast<std::uint32_t>(carrier.blockers.size() + 1));
  }
}

void SunsetState::begin_period() {
  ++period_;
  crew_.begin_period();
  subsidy_budget_.begin_period();
}

std::vector<CellIndex> SunsetState::cells_in_the_way(CarrierIndex carrier) const {
  std::vector<CellIndex> cells;
  const auto add = [&](CellIndex cell) {
    if (is_on(cell)) cells.push_back(cell);
  };
  add(model_.carriers[carrier].replaces);
  for (const CellIndex blocker : model_.carriers[carrier].blockers)
    add(blocker);
  return cells;
}

bool SunsetState::can_switch_off(std::span<const CellIndex> cells) const {
  if (cells.size() > crew_.cells_left()) return false;
  std::set<std::size_t> new_sites;
  for (const CellIndex cell : cells)
    if (!crew_.is_there(model_.cells[cell].site)) new_sites.insert(model_.cells[cell].site);
  return new_sites.size() <= crew_.sites_left();
}

std::vector<DemandIndex> SunsetState::switch_off(std::span<const CellIndex> cells, Report report) {
  Move move;
  for (const CellIndex cell : cells)
    switch_one_off(cell, move);
  start_carriers_after(move);
  std::vector<DemandIndex> broken;
  for (const DemandIndex demand : demands_of(cells)) {
    if (keep_floors(demand, move)) continue;
    broken.push_back(demand);
    if (report == Report::kFirst) break;
  }
  if (broken.empty()) {
    commit(move);
  } else {
    undo(move);
  }
  return broken;
}

void SunsetState::switch_one_off(CellIndex cell, Move& move) {
  schedule_.off_period[cell] = period_;
  service_.switch_off(model_.cells[cell].links);
  crew_.add_cells(1);
  --cells_on_;
  for (const CarrierIndex carrier : waiting_for_[cell])
    --in_the_way_[carrier];
  move.cells.push_back(cell);
  visit(model_.cells[cell].site, move);
}

void SunsetState::start_carriers_after(Move& move) {
  for (const CellIndex cell : move.cells) {
    for (const CarrierIndex carrier : waiting_for_[cell])
      if (may_start(carrier)) start(carrier, move);
  }
}

bool SunsetState::may_start(CarrierIndex carrier) const {
  const Carrier& c = model_.carriers[carrier];
  return in_the_way_[carrier] == 0 && !is_on_air(carrier) && c.useful && !c.blocked_for_good && crew_.can_visit(c.site);
}

void SunsetState::start(CarrierIndex carrier, Move& move) {
  schedule_.on_period[carrier] = period_;
  service_.switch_on(model_.carriers[carrier].links);
  move.carriers.push_back(carrier);
  visit(model_.carriers[carrier].site, move);
}

ClassCounts SunsetState::counts_of(DemandIndex demand) const {
  return with_subsidies(model_.counts_in(demand, period_), subsidy_budget_.given(demand));
}

bool SunsetState::keep_floors(DemandIndex demand, Move& move) {
  const auto more = fewest_subsidies(model_.demands[demand], service_.weights_of(demand), counts_of(demand));
  if (!more || !subsidy_budget_.can_give(demand, total(*more))) return false;
  if (total(*more) == 0) return true;
  subsidy_budget_.give(demand, *more);
  move.subsidies.push_back({demand, period_, *more});
  return true;
}

std::vector<DemandIndex> SunsetState::demands_of(std::span<const CellIndex> cells) const {
  std::vector<DemandIndex> demands;
  for (const CellIndex cell : cells) {
    for (const Link& link : model_.cells[cell].links) {
      const DemandIndex demand = model_.demand_of(link);
      if (demands.empty() || demands.back() != demand) demands.push_back(demand);
    }
  }
  std::ranges::sort(demands);
  demands.erase(std::unique(demands.begin(), demands.end()), demands.end());
  return demands;
}

void SunsetState::visit(std::size_t site, Move& move) {
  if (crew_.visit(site)) move.visits.push_back(site);
}

void SunsetState::commit(const Move& move) {
  schedule_.subsidies.insert(schedule_.subsidies.end(), move.subsidies.begin(), move.subsidies.end());
}

void SunsetState::undo(const Move& move) {
  for (const Subsidy& subsidy : move.subsidies)
    subsidy_budget_.take_back(subsidy.demand, subsidy.handsets);
  for (const CarrierIndex carrier : move.carriers) {
    schedule_.on_period[carrier] = kNever;
    service_.switch_off(model_.carriers[carrier].links);
  }
  for (const CellIndex cell : move.cells) {
    schedule_.off_period[cell] = kNever;
    service_.switch_on(model_.cells[cell].links);
    for (const CarrierIndex carrier : waiting_for_[cell])
      ++in_the_way_[carrier];
  }
  cells_on_ += move.cells.size();
  crew_.add_cells(-static_cast<std::ptrdiff_t>(move.cells.size()));
  for (const std::size_t site : move.visits)
    crew_.take_back_visit(site);
}

void SunsetState::start_clear_carriers() {
  Move move;
  for (CarrierIndex carrier = 0; carrier < model_.carriers.size(); ++carrier)
    if (may_start(carrier)) start(carrier, move);
}

bool SunsetState::try_swap(SwapIndex swap) {
  const Swap& s = model_.swaps[swap];
  if (!crew_.can_visit(s.site)) return false;
  crew_.visit(s.site);
  service_.switch_on(s.links);
  schedule_.swap_period[swap] = period_;
  return true;
}

void SunsetState::give_ahead(DemandIndex demand, const ClassCounts& handsets) {
  const ClassCounts left = counts_of(demand);
  ClassCounts given{};
  std::int64_t budget = subsidy_budget_.left();
  for (std::size_t c = 0; c < kVolteIndex; ++c) {
    given[c] = std::min({handsets[c], left[c], budget});
    budget -= given[c];
  }
  if (total(given) == 0 || !subsidy_budget_.can_give(demand, total(given))) return;
  subsidy_budget_.give(demand, given);
  schedule_.subsidies.push_back({demand, period_, given});
}

}  // namespace phusong::sunset

#include "sim/sunset/heuristic/clearing.h"

#include <algorithm>

namespace phusong::sunset {

Clearing::Clearing(const SunsetModel& model, SunsetState& state, const std::vector<bool>& keep)
    : model_(model),
      state_(state),
      keep_(keep),
      refarmed_(model.demand_classes.size()),
      to_clear_(model.carriers.size()),
      failed_in_(model.carriers.size(), kNever) {
  for (CarrierIndex k = 0; k < model.carriers.size(); ++k)
    to_clear_[k] = model.carriers[k].blockers.size() + 1;
}

double Clearing::people_per_cell(CarrierIndex carrier) const {
  double people = 0.0;
  for (const Link& link : model_.carriers[carrier].links) {
    if (link.own_operator && !refarmed_[link.demand_class]) people += model_.people_at(link.demand_class);
  }
  return people / static_cast<double>(std::max<std::size_t>(1, to_clear_[carrier]));
}

bool Clearing::needs_a_kept_cell(CarrierIndex carrier) const {
  if (keep_.empty()) return false;
  const Carrier& c = model_.carriers[carrier];
  return keep_[c.replaces] || std::ranges::any_of(c.blockers, [this](CellIndex cell) { return keep_[cell]; });
}

bool Clearing::is_waiting(CarrierIndex carrier) const {
  const Carrier& c = model_.carriers[carrier];
  return to_clear_[carrier] > 0 && !needs_a_kept_cell(carrier) && !c.blocked_for_good && !c.links.empty() &&
         failed_in_[carrier] != state_.period();
}

void Clearing::push(CarrierIndex carrier) {
  if (is_waiting(carrier)) queue_.push({people_per_cell(carrier), carrier});
}

void Clearing::clear_spectrum() {
  queue_ = {};
  for (CarrierIndex k = 0; k < model_.carriers.size(); ++k) {
    to_clear_[k] = state_.cells_in_the_way(k).size();
    push(k);
  }
  while (!queue_.empty() && state_.crew().cells_left() > 0) {
    const Candidate first = queue_.top();
    queue_.pop();
    if (!is_waiting(first.carrier)) continue;
    // Scores in the queue are stale: since then, cells may have gone off, or other carriers may cover the same people.
    const Candidate now{people_per_cell(first.carrier), first.carrier};
    if (!queue_.empty() && now < queue_.top()) {
      queue_.push(now);
    } else {
      clear_for(first.carrier);
    }
  }
}

void Clearing::clear_for(CarrierIndex carrier) {
  const std::vector<CellIndex> cells = state_.cells_in_the_way(carrier);
  if (state_.try_switch_off(cells)) {
    note_switched_off(cells);
  } else {
    failed_in_[carrier] = state_.period();
  }
}

void Clearing::note_switched_off(const std::vector<CellIndex>& cells) {
  std::vector<CarrierIndex> nearer;
  for (const CellIndex cell : cells) {
    for (const CarrierIndex carrier : state_.waiting_for(cell)) {
      --to_clear_[carrier];
      nearer.push_back(carrier);
    }
  }
  std::ranges::sort(nearer);
  nearer.erase(std::unique(nearer.begin(), nearer.end()), nearer.end());
  for (const CarrierIndex carrier : nearer) {
    if (to_clear_[carrier] > 0 || !state_.is_on_air(carrier)) continue;
    for (const Link& link : model_.carriers[carrier].links)
      refarmed_[link.demand_class] = refarmed_[link.demand_class] || link.own_operator;
  }
  for (const CarrierIndex carrier : nearer)
    push(carrier);
}

}  // namespace phusong::sunset

#include "sim/sunset/model/links_by_demand.h"

namespace phusong::sunset {

std::vector<std::vector<CellIndex>> cells_of_demands(const SunsetModel& model) {
  std::vector<std::vector<CellIndex>> cells(model.demands.size());
  for (CellIndex c = 0; c < model.cells.size(); ++c) {
    for (const Link& link : model.cells[c].links) {
      auto& of = cells[model.demand_of(link)];
      if (of.empty() || of.back() != c) of.push_back(c);
    }
  }
  return cells;
}

std::vector<std::vector<CarrierIndex>> carriers_waiting_for_cells(const SunsetModel& model) {
  std::vector<std::vector<CarrierIndex>> waiting(model.cells.size());
  for (CarrierIndex k = 0; k < model.carriers.size(); ++k) {
    waiting[model.carriers[k].replaces].push_back(k);
    for (const CellIndex blocker : model.carriers[k].blockers)
      waiting[blocker].push_back(k);
  }
  return waiting;
}

}  // namespace phusong::sunset

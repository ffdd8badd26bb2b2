#include "sim/sunset/bound/packing_bound.h"

#include <algorithm>

#include "sim/sunset/model/links_by_demand.h"
#include "sim/sunset/model/subsidy_need.h"

namespace phusong::sunset {

std::int64_t packing_bound(const SunsetModel& model) {
  const auto needs = needs_with_all_off(model, 1);
  const auto cells = cells_of_demands(model);
  std::vector<DemandIndex> by_cells;
  for (DemandIndex d = 0; d < model.demands.size(); ++d)
    if (!needs[d] || total(*needs[d]) > model.subsidies_per_period) by_cells.push_back(d);
  std::ranges::stable_sort(by_cells, {}, [&](DemandIndex d) { return cells[d].size(); });
  std::vector<bool> taken(model.cells.size());
  std::int64_t demands = 0;
  for (const DemandIndex d : by_cells) {
    if (std::ranges::any_of(cells[d], [&](CellIndex cell) { return taken[cell]; })) continue;
    for (const CellIndex cell : cells[d])
      taken[cell] = true;
    ++demands;
  }
  return demands;
}

}  // namespace phusong::sunset

#include "sim/sunset/bound/dominated_cells.h"

#include <algorithm>

#include "sim/sunset/model/links_by_demand.h"

namespace phusong::sunset {
namespace {

/// Whether `b` gives all services that `a` gives. Links are sorted by demand class.
bool gives_all_of(const std::vector<Link>& b, const std::vector<Link>& a) {
  auto at = b.begin();
  return std::ranges::all_of(a, [&](const Link& link) {
    while (at != b.end() && at->demand_class < link.demand_class)
      ++at;
    return at != b.end() && at->demand_class == link.demand_class && (link.services & ~at->services) == 0;
  });
}

/// The cells that serve each demand class, ascending.
std::vector<std::vector<CellIndex>> cells_of_demand_classes(const SunsetModel& model) {
  std::vector<std::vector<CellIndex>> cells(model.demand_classes.size());
  for (CellIndex c = 0; c < model.cells.size(); ++c) {
    for (const Link& link : model.cells[c].links)
      cells[link.demand_class].push_back(c);
  }
  return cells;
}

}  // namespace

std::vector<CellIndex> dominated_cells(const SunsetModel& model) {
  const auto at_classes = cells_of_demand_classes(model);
  const auto waiting_for = carriers_waiting_for_cells(model);
  std::vector<bool> is_dominated(model.cells.size());
  std::vector<CellIndex> dominated;
  for (CellIndex a = 0; a < model.cells.size(); ++a) {
    const std::vector<Link>& links = model.cells[a].links;
    if (links.empty()) continue;
    // Of two cells that dominate each other one has to stay: a dominated cell dominates no other.
    is_dominated[a] = std::ranges::any_of(at_classes[links.front().demand_class], [&](CellIndex b) {
      return b != a && !is_dominated[b] && gives_all_of(model.cells[b].links, links) &&
             std::ranges::includes(waiting_for[a], waiting_for[b]);
    });
    if (is_dominated[a]) dominated.push_back(a);
  }
  return dominated;
}

}  // namespace phusong::sunset

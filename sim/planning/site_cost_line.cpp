#include "sim/planning/site_cost_line.h"

namespace phusong::planning {

Cost total(const std::vector<SiteCostLine>& lines) {
  Cost sum;
  for (const SiteCostLine& row : lines)
    sum += row.line.cost();
  return sum;
}

std::map<std::string, ItemTotal> totals_by_item(const std::vector<SiteCostLine>& lines) {
  std::map<std::string, ItemTotal> totals;
  for (const auto& [site_id, line] : lines) {
    ItemTotal& item = totals[line.item];
    item.quantity += line.quantity;
    item.cost += line.cost();
  }
  return totals;
}

}  // namespace phusong::planning

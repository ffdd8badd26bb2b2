#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/planning/cost_line.h"

namespace phusong::planning {

/// A row of cost_lines.csv.
struct SiteCostLine {
  std::string site_id;
  CostLine line;
};
Cost total(const std::vector<SiteCostLine>& lines);

/// How much of an item a plan needs, and what that costs.
struct ItemTotal {
  double quantity = 0.0;
  Cost cost;
};
std::map<std::string, ItemTotal> totals_by_item(const std::vector<SiteCostLine>& lines);

}  // namespace phusong::planning

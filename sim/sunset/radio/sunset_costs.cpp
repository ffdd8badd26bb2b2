#include "sim/sunset/radio/sunset_costs.h"

#include <algorithm>
#include <string>

namespace phusong::sunset {

SunsetCosts sunset_costs(const scenario::PlanTables& tables, network::Technology to) {
  SunsetCosts costs;
  const auto set = [&](const std::string& item, double& cost) {
    const auto found = std::ranges::find(tables.costs, item, &scenario::CostItem::item);
    if (found != tables.costs.end()) cost = found->cost_million_vnd;
  };
  set("handset", costs.handset_million_vnd);
  set("radio_" + std::string(prefix_of(to)), costs.radio_million_vnd);
  return costs;
}

}  // namespace phusong::sunset

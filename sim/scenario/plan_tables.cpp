#include "sim/scenario/plan_tables.h"

#include <algorithm>
#include <stdexcept>

namespace phusong::scenario {

const CostItem& PlanTables::cost_of(std::string_view item) const {
  const auto found = std::ranges::find(costs, item, &CostItem::item);
  if (found == costs.end()) throw std::out_of_range("no cost is known for " + std::string(item));
  return *found;
}

}  // namespace phusong::scenario

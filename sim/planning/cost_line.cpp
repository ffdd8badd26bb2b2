#include "sim/planning/cost_line.h"

namespace phusong::planning {

CostLine cost_line(const scenario::CostItem& item, double quantity) {
  return {.item = item.item,
          .quantity = quantity,
          .unit = item.unit,
          .unit_cost_million_vnd = item.cost_million_vnd,
          .unit_opex_million_vnd_per_year = item.opex_million_vnd_per_year};
}

Cost total(const std::vector<CostLine>& lines) {
  Cost sum;
  for (const CostLine& line : lines)
    sum += line.cost();
  return sum;
}

}  // namespace phusong::planning

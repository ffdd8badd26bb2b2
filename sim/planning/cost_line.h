#pragma once

#include <string>
#include <vector>

#include "sim/scenario/plan_tables.h"

namespace phusong::planning {

/// A quantity of one item of the costs table: a row of cost_lines.csv.
struct CostLine {
  std::string item;
  double quantity = 0.0;
  std::string unit;
  double unit_cost_million_vnd = 0.0;
  double unit_opex_million_vnd_per_year = 0.0;

  double cost_million_vnd() const { return quantity * unit_cost_million_vnd; }
  double opex_million_vnd_per_year() const { return quantity * unit_opex_million_vnd_per_year; }
};

/// So many of an item.
CostLine cost_line(const scenario::CostItem& item, double quantity);

/// What something costs to build and, every year, to run.
struct Cost {
  double capex_million_vnd = 0.0;
  double opex_million_vnd_per_year = 0.0;

  /// Capex and undiscounted opex: what the planner keeps low.
  double objective_million_vnd(double opex_years) const {
    return capex_million_vnd + opex_years * opex_million_vnd_per_year;
  }
};
Cost total(const std::vector<CostLine>& lines);

}  // namespace phusong::planning

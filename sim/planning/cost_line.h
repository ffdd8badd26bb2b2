#pragma once

#include <string>
#include <vector>

#include "sim/scenario/plan_tables.h"

namespace phusong::planning {

/// The price of something: to build it and, every year, to run it.
struct Cost {
  double capex_million_vnd = 0.0;
  double opex_million_vnd_per_year = 0.0;

  Cost& operator+=(const Cost& other) {
    capex_million_vnd += other.capex_million_vnd;
    opex_million_vnd_per_year += other.opex_million_vnd_per_year;
    return *this;
  }
  friend Cost operator+(Cost a, const Cost& b) { return a += b; }

  /// Adds up capex and undiscounted opex: the objective of the planner.
  double objective_million_vnd(double opex_years) const {
    return capex_million_vnd + opex_years * opex_million_vnd_per_year;
  }
};

/// A quantity of one item of the costs table.
struct CostLine {
  std::string item;
  double quantity = 0.0;
  std::string unit;
  double unit_cost_million_vnd = 0.0;
  double unit_opex_million_vnd_per_year = 0.0;

  Cost cost() const {
    return {.capex_million_vnd = quantity * unit_cost_million_vnd,
            .opex_million_vnd_per_year = quantity * unit_opex_million_vnd_per_year};
  }
};

/// Returns the line of a quantity of an item.
CostLine cost_line(const scenario::CostItem& item, double quantity);

Cost total(const std::vector<CostLine>& lines);

}  // namespace phusong::planning

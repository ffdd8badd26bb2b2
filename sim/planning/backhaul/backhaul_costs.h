#pragma once

#include "sim/planning/cost_line.h"
#include "sim/scenario/scenario.h"

namespace phusong::planning {

/// The items of the costs table that backhaul is made of, and how costs are weighed.
struct BackhaulCosts {
  /// Throws std::out_of_range where an item is missing.
  explicit BackhaulCosts(const scenario::Scenario& scenario);

  scenario::CostItem fibre_per_km, microwave_hop, satellite_terminal;
  scenario::CostItem relay_mast;   ///< of the lowest of mast_heights_m
  scenario::CostItem relay_power;  ///< relays stand where nobody lives: solar
  double opex_years = 0.0;

  double objective(const scenario::CostItem& item) const;
  double objective(const Cost& cost) const { return cost.objective_million_vnd(opex_years); }
  double relay_objective() const { return objective(relay_mast) + objective(relay_power); }
};

}  // namespace phusong::planning

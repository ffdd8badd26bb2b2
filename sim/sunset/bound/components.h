#pragma once

#include <vector>

#include "sim/sunset/bound/presolve.h"

namespace phusong::sunset {

/// A connected component of the terminal problem after presolve. It shares nothing with the other components but the
/// budgets of handsets and of swaps.
struct Component {
  SunsetModel model;                 ///< of one period, with both budgets to itself
  std::vector<CellIndex> cells;      ///< index in the whole model, per OldCell
  std::vector<DemandIndex> demands;  ///< index in the whole model, per Demand
};

/// The components of the free variables, in the order of their first demands.
std::vector<Component> connected_components(const SunsetModel& model, const Fixings& fixings, int period);

/// All free variables in one model.
Component single_component(const SunsetModel& model, const Fixings& fixings, int period);

}  // namespace phusong::sunset

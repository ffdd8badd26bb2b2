#pragma once

#include "sim/planning/sunset/new_cells.h"
#include "sim/planning/sunset/signals.h"
#include "sim/planning/sunset/sunset_model.h"
#include "sim/scenario/scenario.h"

namespace phusong::planning::sunset {

/// Where the things of a model come from.
struct ModelOrigin {
  std::vector<std::size_t> cell_of;     ///< index into Network::cells, one an OldCell
  std::vector<std::size_t> carrier_of;  ///< index into NewCells::refarmed, one a Carrier
};

struct BuiltModel {
  SunsetModel model;
  ModelOrigin origin;
};

/// The model of a scenario, the floors set from period 0 with all cells on and the initial handsets.
BuiltModel build_model(const scenario::Scenario& scenario, const NewCells& more, const Signals& signals);

}  // namespace phusong::planning::sunset

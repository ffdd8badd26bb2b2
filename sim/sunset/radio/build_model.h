#pragma once

#include "sim/scenario/scenario.h"
#include "sim/sunset/model/sunset_model.h"
#include "sim/sunset/radio/new_cells.h"
#include "sim/sunset/radio/signals.h"

namespace phusong::sunset {

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

}  // namespace phusong::sunset

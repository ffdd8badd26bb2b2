#pragma once

#include "sim/scenario/scenario.h"
#include "sim/sunset/model/sunset_model.h"
#include "sim/sunset/radio/sunset_radio.h"

namespace phusong::sunset {

/// A model, where its cells come from, and the cells that signals name. Its carriers and swaps are those of NewCells,
/// in their order.
struct BuiltModel {
  SunsetModel model;
  std::vector<std::size_t> cell_of;  ///< index into Network::cells, per OldCell
  AllCells cells;
};

/// Builds the model of a scenario. The floors are set from period 0, with all cells on and the initial handsets
/// (README.md, (3)).
BuiltModel build_model(const scenario::Scenario& scenario, const SunsetRadio& radio);

}  // namespace phusong::sunset

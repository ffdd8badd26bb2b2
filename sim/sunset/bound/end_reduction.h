#pragma once

#include <cstdint>
#include <vector>

#include "sim/sunset/model/sunset_model.h"

namespace phusong::sunset {

/// What is certain of the end of a period, whatever the schedule. Floors, guard and handsets alone are looked at; crews
/// are not.
struct EndReduction {
  enum class Fate : std::uint8_t { kOpen, kOn, kOff };
  std::vector<Fate> cells;     ///< kOn: every schedule still has it on; kOff: a state with the fewest on has it off
  std::vector<Fate> carriers;  ///< kOff: no schedule has it on; kOn: a state with the fewest cells on has it on
  std::vector<bool> settled;   ///< demands whose floors hold without handsets, whatever becomes of what is open
};

/// One conclusion after the other, as long as there is one: a cell stays without which a floor breaks though all that
/// may be on is; a carrier that such a cell is in the way of never starts; a demand is settled that what is certain
/// serves; a cell that serves settled demands alone goes; a carrier starts when nothing is left in its way.
/// Begins with the cells in `gone` off: with some, what is certain is so of a state with the fewest cells on alone.
EndReduction reduce_end(const SunsetModel& model, int period, const std::vector<CellIndex>& gone = {});

}  // namespace phusong::sunset

#pragma once

#include <vector>

#include "sim/sunset/bound/end_reduction.h"

namespace phusong::sunset {

/// A part of what is open at the end of a period that has nothing in common with the other parts but the handsets to be
/// given and the money for swaps.
struct EndPiece {
  SunsetModel model;                 ///< of one period; it has all handsets and all the money to itself
  std::vector<CellIndex> cells;      ///< of the whole model, one an OldCell
  std::vector<DemandIndex> demands;  ///< of the whole model, one a Demand
};

/// The pieces of what `reduction` leaves open, in the order of their first demands.
std::vector<EndPiece> end_pieces(const SunsetModel& model, const EndReduction& reduction, int period);

/// All of them in one.
EndPiece end_in_one_piece(const SunsetModel& model, const EndReduction& reduction, int period);

}  // namespace phusong::sunset

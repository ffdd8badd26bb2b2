#pragma once

#include <cstdint>
#include <vector>

#include "sim/sunset/model/sunset_model.h"

namespace phusong::sunset {

/// A whole state of a piece of the end.
struct PieceState {
  std::int64_t cells = 0, handsets = 0;
  std::vector<bool> keep;              ///< one a cell of the piece
  std::vector<ClassCounts> subsidies;  ///< one a demand of the piece
};

/// From all on, one cell after the other goes, those first that a relaxation has farthest off, where all floors hold
/// with the handsets that there are. Carriers and swaps are left alone.
PieceState rounded_state(const SunsetModel& model, const std::vector<double>& off);

}  // namespace phusong::sunset

#pragma once

#include <cstdint>
#include <vector>

#include "sim/sunset/model/sunset_model.h"

namespace phusong::sunset {

/// The value at which presolve fixes a cell or a carrier.
enum class Fixing : std::uint8_t { kFree, kOn, kOff };

/// Conclusions about the end of a period from floors, guard and handsets; crews are left out.
struct Fixings {
  std::vector<Fixing> cells;     ///< kOn: on in every schedule; kOff: off in some state with the fewest cells on
  std::vector<Fixing> carriers;  ///< kOff: off in every schedule; kOn: on in some state with the fewest cells on
  std::vector<bool> redundant;   ///< demands whose floors hold without handsets, whatever the free variables are
};

/// Draws conclusions until none is left:
/// a cell is fixed on where a floor breaks without it although everything else that may be on is (probing);
/// a carrier is fixed off where a cell in its way is fixed on;
/// a demand is redundant where the cells and carriers fixed on keep its floors;
/// a cell is fixed off where all demands that it serves are redundant;
/// a carrier is fixed on where all cells in its way are fixed off.
/// The cells of `gone` are fixed off from the beginning; where there are any, kOn holds for some state with the fewest
/// cells on only.
Fixings presolve(const SunsetModel& model, int period, const std::vector<CellIndex>& gone = {});

}  // namespace phusong::sunset

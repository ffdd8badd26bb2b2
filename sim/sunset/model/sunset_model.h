#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/sunset/model/costs.h"
#include "sim/sunset/model/handsets.h"
#include "sim/sunset/model/services.h"

// A sunset as a problem in numbers: nothing of radio, files or the map is left in it.
namespace phusong::sunset {

/// Indices into the lists of SunsetModel.
using CellIndex = std::uint32_t;
using CarrierIndex = std::uint32_t;
using SwapIndex = std::uint32_t;
using DemandIndex = std::uint32_t;
using SpotIndex = std::uint32_t;

/// What a cell gives at a spot.
struct Link {
  SpotIndex spot = 0;
  ServiceMask services = 0;
  bool own_operator = true;
};

/// A cell that can go off.
struct OldCell {
  std::string name;
  std::size_t site = 0;
  std::vector<Link> links;
};

/// A refarmed carrier: it may be on when the cell it replaces and every blocking cell are off.
struct Carrier {
  CellIndex replaces = 0;
  std::size_t site = 0;
  std::vector<CellIndex> blockers;  ///< ascending, without the cell it replaces
  bool blocked_for_good = false;    ///< by a cell that never goes off
  bool useful = true;               ///< it, or another on its mast, covers a sample point
  std::vector<Link> links;
};

/// Equipment of the newer technology on a mast that had none.
struct Swap {
  std::size_t site = 0;
  double cost_million_vnd = 0.0;
  std::vector<Link> links;
};

/// Points of a hamlet that the same cells cover, for the handsets of one operator.
struct Spot {
  DemandIndex demand = 0;
  double weight = 0.0;
  ServiceMask fixed = 0;  ///< by cells that stay on
};

/// The handsets of one operator in one hamlet.
struct Demand {
  std::size_t hamlet = 0;
  std::size_t operator_index = 0;
  double population = 0.0;
  ClassCounts initial{};
  double voice_floor = 0.0, data_floor = 0.0;
  SpotIndex first_spot = 0, end_spot = 0;
};

struct SunsetModel {
  int periods = 1;
  int max_cells_per_period = 0, max_sites_per_period = 0;  ///< 0: no limit
  double uptake_per_year = 0.0;
  std::int64_t subsidies_per_period = 0;
  double swap_budget_million_vnd = 0.0;
  double refarmed_mhz = 0.0;
  SunsetCosts costs;
  std::size_t sites = 0;
  std::vector<OldCell> cells;
  std::vector<Carrier> carriers;
  std::vector<Swap> swaps;
  std::vector<Demand> demands;
  std::vector<Spot> spots;  ///< by demand

  /// Handsets in a period without subsidies.
  ClassCounts counts_in(DemandIndex demand, int period) const {
    return after_uptake(demands[demand].initial, uptake_per_year, period);
  }
};

}  // namespace phusong::sunset

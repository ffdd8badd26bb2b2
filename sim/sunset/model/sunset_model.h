#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/sunset/model/costs.h"
#include "sim/sunset/model/handsets.h"
#include "sim/sunset/model/services.h"

// The optimisation problem of a sunset: plain numbers, without radio, files or map. README.md states it in formulas.
namespace phusong::sunset {

/// Indices into the lists of SunsetModel.
using CellIndex = std::uint32_t;
using CarrierIndex = std::uint32_t;
using SwapIndex = std::uint32_t;
using DemandIndex = std::uint32_t;
using DemandClassIndex = std::uint32_t;

/// Services that a cell gives to a demand class.
struct Link {
  DemandClassIndex demand_class = 0;
  ServiceMask services = 0;
  bool own_operator = true;
};

/// A cell of the technology that goes, which may be switched off.
struct OldCell {
  std::string name;
  std::size_t site = 0;
  std::vector<Link> links;
};

/// A refarmed carrier. It may be on when the cell that it replaces and every blocker are off.
struct Carrier {
  CellIndex replaces = 0;
  std::size_t site = 0;
  std::vector<CellIndex> blockers;  ///< ascending, without the cell it replaces
  bool blocked_for_good = false;    ///< a cell that never goes off blocks it
  bool useful = true;               ///< it covers a sample point
  std::vector<Link> links;
};

/// Equipment of the newer technology for a mast that has none.
struct Swap {
  std::size_t site = 0;
  double cost_million_vnd = 0.0;
  std::vector<Link> links;
};

/// An aggregated demand point: the sample points of a hamlet that the same cells cover, for the handsets of one
/// operator.
struct DemandClass {
  DemandIndex demand = 0;
  double weight = 0.0;    ///< share of the hamlet's points
  ServiceMask fixed = 0;  ///< services from cells that stay on
};

/// The handsets of one operator in one hamlet.
struct Demand {
  std::size_t hamlet = 0;
  std::size_t operator_index = 0;
  double population = 0.0;
  ClassCounts initial{};
  double voice_floor = 0.0, data_floor = 0.0;
  DemandClassIndex first_class = 0, end_class = 0;
};

/// All that the schedule of a sunset depends on.
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
  std::vector<DemandClass> demand_classes;  ///< by demand

  DemandIndex demand_of(const Link& link) const { return demand_classes[link.demand_class].demand; }
  /// People at the points of a demand class.
  double people_at(DemandClassIndex demand_class) const {
    const DemandClass& at = demand_classes[demand_class];
    return demands[at.demand].population * at.weight;
  }
  /// Handsets of a demand in a period before subsidies.
  ClassCounts counts_in(DemandIndex demand, int period) const {
    return after_uptake(demands[demand].initial, uptake_per_year, period);
  }
};

}  // namespace phusong::sunset

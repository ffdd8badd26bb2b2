#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/sunset/sunset.h"

namespace phusong::sunset {

/// What would let a hamlet go, and what it costs.
struct Remedy {
  enum class Kind { kHandsets, kSwap, kRefarm } kind = Kind::kHandsets;
  std::int64_t handsets = 0;            ///< to be given beside the equipment
  std::optional<std::size_t> site;      ///< mast that gets equipment: index into Network::sites
  std::optional<CarrierIndex> carrier;  ///< kRefarm: the carrier that a cell blocks for good
  double cost_million_vnd = 0.0;
};

/// A demand whose floor would break if the cells that are left went off too.
struct HeldBack {
  DemandIndex demand = 0;
  Service service = Service::kVoice;
  HandsetClass binding_class = HandsetClass::k2gOnly;  ///< that loses the most
  double floor = 0.0;
  double share = 0.0;            ///< what would be left
  std::vector<CellIndex> cells;  ///< that serve it and stay on
  std::vector<Remedy> remedies;  ///< the cheapest first
};

/// At the end of the periods; empty where everything goes off. Hardest first: those that nothing but their cells helps,
/// then those whose cheapest remedy costs most, then in the order of the demands.
std::vector<HeldBack> held_back(const SunsetModel& model, const Schedule& schedule);

}  // namespace phusong::sunset

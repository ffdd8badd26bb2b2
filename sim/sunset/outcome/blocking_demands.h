#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/sunset/model/schedule.h"

namespace phusong::sunset {

/// A measure that keeps the floors of a demand without the cells that are left, and its cost.
struct Remedy {
  enum class Kind { kHandsets, kSwap, kRefarm } kind = Kind::kHandsets;
  std::int64_t handsets = 0;            ///< to be given, beside the equipment
  std::optional<std::size_t> site;      ///< mast that gets equipment: index into Network::sites
  std::optional<CarrierIndex> carrier;  ///< of kRefarm: the carrier that a cell blocks for good
  double cost_million_vnd = 0.0;
};

/// A demand whose floor would break if the cells that are left went off too.
struct BlockingDemand {
  std::size_t hamlet = 0, operator_index = 0;
  Service service = Service::kVoice;                   ///< the service whose floor would break
  HandsetClass binding_class = HandsetClass::k2gOnly;  ///< class that would lose most
  double floor = 0.0;
  double share = 0.0;              ///< share of the handsets that would keep the service
  std::vector<std::string> cells;  ///< names of the cells that serve it and stay on
  std::vector<Remedy> remedies;    ///< the cheapest first
};

/// The blocking demands at the end of a schedule; empty where everything goes off. The hardest come first: demands
/// without a remedy, then by the cost of the cheapest remedy in descending order, then in the order of the demands.
std::vector<BlockingDemand> blocking_demands(const SunsetModel& model, const Schedule& schedule);

}  // namespace phusong::sunset

#include "sim/planning/backhaul/backhaul.h"

namespace phusong::planning {

std::string_view name_of(Medium medium) {
  switch (medium) {
    case Medium::kFibre:
      return "fibre";
    case Medium::kMicrowave:
      return "microwave";
    case Medium::kSatellite:
      return "satellite";
    case Medium::kExisting:
      return "existing";
  }
  return "";
}

Cost BackhaulChain::cost() const {
  Cost sum;
  const auto add = [&sum](const std::vector<CostLine>& lines) {
    const Cost part = total(lines);
    sum.capex_million_vnd += part.capex_million_vnd;
    sum.opex_million_vnd_per_year += part.opex_million_vnd_per_year;
  };
  for (const BackhaulLink& link : links)
    add(link.cost_lines);
  for (const BackhaulRelay& relay : relays)
    add(relay.cost_lines);
  return sum;
}

}  // namespace phusong::planning

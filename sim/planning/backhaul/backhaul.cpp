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

Cost BackhaulRoute::cost() const {
  Cost sum;
  for (const BackhaulLink& link : links)
    sum += total(link.cost_lines);
  for (const BackhaulRelay& relay : relays)
    sum += total(relay.cost_lines);
  return sum;
}

double BackhaulRoute::length_km() const {
  double sum_km = 0.0;
  for (const BackhaulLink& link : links)
    sum_km += link.length_km;
  return sum_km;
}

}  // namespace phusong::planning

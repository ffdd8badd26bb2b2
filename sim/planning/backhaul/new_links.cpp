#include "sim/planning/backhaul/new_links.h"

#include <limits>

namespace phusong::planning {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

BackhaulLink link_between(const BackhaulNode& from, const BackhaulNode& to, Medium medium) {
  return {.from = from.id,
          .to = to.id,
          .from_lon_lat = from.lon_lat,
          .to_lon_lat = to.lon_lat,
          .medium = medium,
          .from_height_m = kNone,
          .to_height_m = kNone,
          .clearance_m = kNone,
          .fade_margin_db = kNone,
          .rain_db = kNone,
          .multipath_percent = kNone,
          .availability_percent = kNone,
          .cost_lines = {}};
}

}  // namespace

double fibre_length_km(const BackhaulNode& from, const BackhaulNode& to, double route_factor) {
  return route_factor * distance_m(from.position, to.position) / 1000.0;
}

BackhaulLink fibre_link(const BackhaulNode& from, const BackhaulNode& to, double length_km,
                        const scenario::CostItem& fibre_per_km) {
  BackhaulLink link = link_between(from, to, Medium::kFibre);
  link.length_km = length_km;
  link.cost_lines = {cost_line(fibre_per_km, length_km)};
  return link;
}

BackhaulLink microwave_link(const BackhaulNode& from, const BackhaulNode& to, const MicrowaveLink& link,
                            const scenario::CostItem& microwave_hop) {
  BackhaulLink result = link_between(from, to, Medium::kMicrowave);
  result.length_km = link.length_km;
  result.from_height_m = link.from_height_m;
  result.to_height_m = link.to_height_m;
  result.clearance_m = link.clearance_m;
  result.fade_margin_db = link.fade_margin_db;
  result.rain_db = link.rain_db;
  result.multipath_percent = link.multipath_percent;
  result.availability_percent = link.availability_percent;
  result.cost_lines = {cost_line(microwave_hop, 1.0)};
  return result;
}

BackhaulLink satellite_link(const BackhaulNode& from, const scenario::CostItem& satellite_terminal) {
  BackhaulLink link = link_between(from, from, Medium::kSatellite);
  link.to = "satellite";
  link.cost_lines = {cost_line(satellite_terminal, 1.0)};
  return link;
}

BackhaulRelay relay(const BackhaulNode& location, const BackhaulCosts& costs) {
  return {.node = location, .cost_lines = {cost_line(costs.relay_mast, 1.0), cost_line(costs.relay_power, 1.0)}};
}

}  // namespace phusong::planning

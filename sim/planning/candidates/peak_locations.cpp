#include <fmt/format.h>

#include "sim/planning/candidates/build_location.h"
#include "sim/planning/candidates/candidate_cells.h"
#include "sim/planning/candidates/vantage_points.h"

namespace phusong::planning {
namespace {

/// Peaks from which each hamlet in need is to be seen: choice for the solver, few enough to compute.
constexpr int kVantagePointsPerHamlet = 6;

}  // namespace

std::vector<BuildLocation> locations_on_peaks(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                              const Need& need) {
  std::vector<gis::MapPoint> centres;
  for (const HamletNeed& hamlet : need.hamlets)
    centres.push_back(scenario.network.hamlets[hamlet.hamlet].position);
  const std::vector<double> heights_m = mast_heights_m(scenario.options.plan);
  const std::vector<VantagePoint> found =
      vantage_points(terrain, centres,
                     {.antenna_m = antenna_height_m(StationKind::kMast, heights_m.front()),
                      .receiver_m = scenario.options.propagation.receiver_height_m});
  std::vector<BuildLocation> locations;
  for (const std::size_t chosen : choose_vantage_points(found, centres.size(), kVantagePointsPerHamlet)) {
    const RoundedPosition rounded = rounded_position(found[chosen].position, scenario.crs);
    locations.push_back({.id = fmt::format("P-{:.0f}-{:.0f}", rounded.position.x_m, rounded.position.y_m),
                         .lon_lat = rounded.lon_lat,
                         .position = rounded.position,
                         .kind = StationKind::kMast,
                         .heights_m = heights_m,
                         .road_km = std::nullopt,
                         .is_peak = true});
  }
  return locations;
}

}  // namespace phusong::planning

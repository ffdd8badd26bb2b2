#include <fmt/format.h>

#include "sim/planning/candidates/build_place.h"
#include "sim/planning/candidates/candidate_cells.h"
#include "sim/planning/candidates/sight_spots.h"

namespace phusong::planning {
namespace {

/// Each hamlet in need is to be seen from so many peaks: choice for the solver, few enough to compute.
constexpr int kSpotsPerHamlet = 6;

}  // namespace

std::vector<BuildPlace> places_on_peaks(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                        const Need& need) {
  std::vector<gis::MapPoint> centres;
  for (const HamletNeed& hamlet : need.hamlets)
    centres.push_back(scenario.network.hamlets[hamlet.hamlet].position);
  const std::vector<double> heights_m = mast_heights_m(scenario.options.plan);
  const std::vector<SightSpot> spots =
      sight_spots(terrain, centres,
                  {.antenna_m = antenna_height_m(StationKind::kMast, heights_m.front()),
                   .receiver_m = scenario.options.propagation.receiver_height_m});
  std::vector<BuildPlace> places;
  for (const std::size_t spot : choose_spots(spots, centres.size(), kSpotsPerHamlet)) {
    const RoundedPosition rounded = rounded_position(spots[spot].position, scenario.crs);
    places.push_back({.id = fmt::format("P-{:.0f}-{:.0f}", rounded.position.x_m, rounded.position.y_m),
                      .lon_lat = rounded.lon_lat,
                      .position = rounded.position,
                      .kind = StationKind::kMast,
                      .heights_m = heights_m,
                      .road_km = std::nullopt,
                      .is_peak = true});
  }
  return places;
}

}  // namespace phusong::planning

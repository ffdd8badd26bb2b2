#include "sim/planning/candidates/build_location.h"

#include <cmath>
#include <set>

namespace phusong::planning {
namespace {

/// Rounds to about a centimetre, so that the decimals of a table are enough to read the same number back.
double rounded_deg(double angle_deg) {
  constexpr double kStepsPerDegree = 1e7;
  return std::round(angle_deg * kStepsPerDegree) / kStepsPerDegree;
}

BuildLocation location_of_row(const scenario::CandidatePlace& row, const scenario::PlanOptions& plan) {
  const bool is_pole = row.kind == scenario::EquipmentKind::kPole;
  BuildLocation location{.id = row.candidate_id,
                         .lon_lat = row.lon_lat,
                         .position = row.position,
                         .kind = is_pole ? StationKind::kPole : StationKind::kMast,
                         .heights_m = is_pole ? std::vector{plan.pole_height_m} : mast_heights_m(plan),
                         .road_km = row.road_km,
                         .pass_through = row.pass_through};
  if (row.height_m) location.heights_m = {*row.height_m};
  return location;
}

BuildLocation location_of_site(const network::Site& site) {
  return {.id = site.site_id,
          .lon_lat = site.lon_lat,
          .position = site.position,
          .kind = site.type == network::SiteType::kPole ? StationKind::kPole : StationKind::kMast,
          .heights_m = {site.mast_height_m},
          .road_km = std::nullopt,
          .battery_hours = site.battery_hours,
          .pass_through = site.pass_through};
}

}  // namespace

RoundedPosition rounded_position(gis::MapPoint position, const gis::WorkingCrs& crs) {
  const gis::LonLat exact = crs.to_lon_lat(position);
  const gis::LonLat rounded{rounded_deg(exact.lon_deg), rounded_deg(exact.lat_deg)};
  return {.lon_lat = rounded, .position = crs.to_map(rounded)};
}

std::vector<double> mast_heights_m(const scenario::PlanOptions& plan) {
  const std::set<double> heights(plan.mast_heights_m.begin(), plan.mast_heights_m.end());
  return {heights.begin(), heights.end()};
}

std::vector<BuildLocation> locations_of_tables(const scenario::Scenario& scenario) {
  std::vector<BuildLocation> locations;
  for (const scenario::CandidatePlace& row : scenario.plan_tables.candidates)
    locations.push_back(location_of_row(row, scenario.options.plan));
  for (const network::Site& site : scenario.network.sites) {
    if (site.status == network::SiteStatus::kCandidate) locations.push_back(location_of_site(site));
  }
  return locations;
}

}  // namespace phusong::planning

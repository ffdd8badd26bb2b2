#include "sim/coverage/hamlet_points.h"

#include <cmath>
#include <numbers>

namespace phusong::coverage {
namespace {

/// A ring of points around the centre, evenly spaced from grid north.
struct Ring {
  double radius_share;
  int count;
};
constexpr Ring kRings[] = {{0.5, 6}, {0.9, 12}};

struct WeightedPosition {
  gis::MapPoint position;
  double weight;
};

std::vector<WeightedPosition> from_rings(const network::Hamlet& hamlet) {
  std::vector<WeightedPosition> result{{hamlet.position, 1.0}};
  for (const Ring& ring : kRings) {
    for (int i = 0; i < ring.count; ++i) {
      const double bearing_rad = 2.0 * std::numbers::pi * i / ring.count;
      const double distance_m = ring.radius_share * hamlet.radius_m;
      result.push_back({{hamlet.position.x_m + distance_m * std::sin(bearing_rad),
                         hamlet.position.y_m + distance_m * std::cos(bearing_rad)},
                        1.0});
    }
  }
  return result;
}

std::vector<WeightedPosition> from_clusters(const network::Hamlet& hamlet) {
  std::vector<WeightedPosition> result{{hamlet.position, 0.0}};
  for (const network::Cluster& cluster : hamlet.clusters) {
    result.push_back({cluster.position, cluster.households > 0.0 ? cluster.households : 1.0});
  }
  return result;
}

std::vector<WeightedPosition> positions_of(const network::Hamlet& hamlet) {
  return hamlet.clusters.empty() ? from_rings(hamlet) : from_clusters(hamlet);
}

}  // namespace

bool has_ground(const network::Hamlet& hamlet, const gis::Terrain& terrain) {
  double known = 0.0;
  double all = 0.0;
  for (const WeightedPosition& point : positions_of(hamlet)) {
    all += point.weight;
    if (terrain.height_near(point.position)) known += point.weight;
  }
  return known >= 0.5 * all && terrain.height_near(hamlet.position).has_value();
}

std::vector<SamplePoint> sample_points(const network::Hamlet& hamlet, std::size_t hamlet_index,
                                       const gis::Terrain& terrain, const gis::WorkingCrs& crs) {
  if (!has_ground(hamlet, terrain)) return {};
  const auto positions = positions_of(hamlet);
  std::vector<SamplePoint> points;
  double weight_sum = 0.0;
  for (std::size_t i = 0; i < positions.size(); ++i) {
    const gis::MapPoint position = positions[i].position;
    const auto ground_m = terrain.height_near(position);
    if (!ground_m) continue;
    const gis::LonLat lon_lat = i == 0 ? hamlet.lon_lat : crs.to_lon_lat(position);
    points.push_back({.hamlet = hamlet_index,
                      .point = static_cast<int>(i),
                      .lon_deg = lon_lat.lon_deg,
                      .lat_deg = lon_lat.lat_deg,
                      .x_m = position.x_m,
                      .y_m = position.y_m,
                      .ground_m = *ground_m,
                      .weight = positions[i].weight});
    weight_sum += positions[i].weight;
  }
  for (SamplePoint& point : points)
    point.weight /= weight_sum;
  return points;
}

ReceiverPoint receiver_at(const SamplePoint& point) {
  return {.position = point.position(), .latitude_deg = point.lat_deg};
}

}  // namespace phusong::coverage

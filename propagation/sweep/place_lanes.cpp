#include "propagation/sweep/place_lanes.h"

#include <algorithm>

namespace phusong::propagation::sweep {
namespace {

/// Copies values of a batch's receivers; the lanes beyond the last receiver repeat it.
void load(const std::vector<double>& values, std::size_t first, std::size_t count, DoubleLanes& lanes) {
  std::copy_n(values.data() + first, count, lanes.data());
  std::fill(lanes.data() + count, lanes.data() + kLanes, values[first + count - 1]);
}

void load_rays(const Receivers& receivers, std::size_t first, PlaceLanes& places) {
  auto ray = std::ranges::upper_bound(receivers.end_of_ray, first) - receivers.end_of_ray.begin();
  for (std::size_t l = 0; l < kLanes; ++l) {
    const std::size_t receiver = std::min(first + l, receivers.size() - 1);
    while (receivers.end_of_ray[static_cast<std::size_t>(ray)] <= receiver)
      ++ray;
    places.ray[l] = static_cast<int>(ray);
    places.last_ray_sample[l] = receivers.last_ray_sample[receiver];
  }
}

/// The least-squares line and ducting's surface, Attachment 1, 5.6.1 and 5.6.3.
void fit_lines(const GrowingRays& rays, PlaceLanes& places) {
  std::array<LineSums, kLanes> on_ray;
  for (std::size_t l = 0; l < kLanes; ++l)
    on_ray[l] = rays.line_sums(places.ray[l], places.last_ray_sample[l]);
  PHUSONG_INDEPENDENT_LOOP
  for (int l = 0; l < kLanes; ++l) {
    LineSums sums = on_ray[static_cast<std::size_t>(l)];
    for (std::size_t k = 0; k < kOwnSamples; ++k)
      sums.add(places.own.distance_km[k][l], places.own.ground_m[k][l]);
    sums.add(places.receivers.distance_km[l], places.rx_ground_m[l]);
    places.line_tx_m[l] = sums.at_tx_m();
    places.line_rx_m[l] = sums.at_rx_m();
  }
  places.surface_tx_m = places.line_tx_m.min(rays.mast_ground_m());  // (92a)
  places.surface_rx_m = places.line_rx_m.min(places.rx_ground_m);    // (92b)
  places.hre_m = places.receivers.antenna_m - places.surface_rx_m;   // (94b)
}

void set_one_zone(PlaceLanes& places, Zone zone) {
  const DoubleLanes none = DoubleLanes::Zero();
  const bool sea = zone == Zone::kSea;
  places.omega = places.mostly_sea = places.receiver_on_sea = DoubleLanes::Constant(sea ? 1.0 : 0.0);
  places.dtm_km = sea ? none : places.receivers.distance_km;
  places.dlm_km = zone == Zone::kInland ? places.receivers.distance_km : none;
}

}  // namespace

void load_places(const GrowingRays& rays, const Receivers& receivers, std::size_t first, double rx_height_m,
                 PlaceLanes& places) {
  const std::size_t count = std::min<std::size_t>(kLanes, receivers.size() - first);
  load_rays(receivers, first, places);
  load(receivers.distance_km, first, count, places.receivers.distance_km);
  load(receivers.ground_m, first, count, places.rx_ground_m);
  load(receivers.latitude_deg, first, count, places.latitude_deg);
  places.receivers.per_km = places.receivers.distance_km.inverse();
  places.receivers.antenna_m = places.rx_ground_m + rx_height_m;
  OwnSamples& own = places.own;
  for (std::size_t k = 0; k < kOwnSamples; ++k) {
    load(receivers.own_distance_km[k], first, count, own.distance_km[k]);
    load(receivers.own_ground_m[k], first, count, own.ground_m[k]);
    own.per_km[k] = own.distance_km[k].inverse();
    own.per_rest_km[k] = (places.receivers.distance_km - own.distance_km[k]).inverse();
    if (!rays.has_clutter()) continue;
    load(receivers.own_clutter_m[k], first, count, own.surface_m[k]);
    own.surface_m[k] += own.ground_m[k];
  }
  fit_lines(rays, places);
  if (!rays.has_zones()) set_one_zone(places, rays.ray(0).everywhere);
}

void set_zones(const p1812::ZoneSums& on_ray, const Receivers& receivers, std::size_t receiver, int lane,
               PlaceLanes& places) {
  p1812::ZoneSums sums = on_ray;
  for (std::size_t k = 0; k < kOwnSamples; ++k)
    sums.add(places.own.distance_km[k][lane], receivers.own_zone[k][receiver]);
  sums.add(places.receivers.distance_km[lane], receivers.zone[receiver]);
  const p1812::ZoneSections sections = sums.sections();
  places.omega[lane] = sections.omega;
  places.mostly_sea[lane] = sections.omega >= 0.75 ? 1.0 : 0.0;
  places.dtm_km[lane] = sections.dtm_km;
  places.dlm_km[lane] = sections.dlm_km;
  places.receiver_on_sea[lane] = receivers.zone[receiver] == Zone::kSea ? 1.0 : 0.0;
}

}  // namespace phusong::propagation::sweep

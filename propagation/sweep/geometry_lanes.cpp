#include "propagation/sweep/geometry_lanes.h"

#include <algorithm>

#include "propagation/sweep/sight.h"

namespace phusong::propagation::sweep {
namespace {

/// One call's worth of arguments and what is worked out on the way.
struct Batch {
  GrowingRay& growing;
  const Receivers& receivers;
  std::size_t first;
  GeometryLanes& geometry;
  DoubleLanes rx_ground_m = DoubleLanes::Zero();
  DoubleLanes surface_tx_m = DoubleLanes::Zero(), surface_rx_m = DoubleLanes::Zero();  ///< of ducting, Eq. (92)
  /// Eqs. (89a) to (89c); where nothing stands over the ray they stay like this.
  DoubleLanes h_obs_m = DoubleLanes::Zero(), alpha_obt = DoubleLanes::Ones(), alpha_obr = DoubleLanes::Ones();

  std::size_t receiver(int lane) const {
    return std::min(first + static_cast<std::size_t>(lane), receivers.size() - 1);
  }
};

/// Copies values of the batch's receivers; the lanes beyond the last receiver repeat it.
void load(const std::vector<double>& values, std::size_t first, DoubleLanes& lanes) {
  const std::size_t count = std::min<std::size_t>(kLanes, values.size() - first);
  std::copy_n(values.data() + first, count, lanes.data());
  std::fill(lanes.data() + count, lanes.data() + kLanes, values.back());
}

void load(Batch& batch, double rx_height_m) {
  GeometryLanes& g = batch.geometry;
  const Receivers& receivers = batch.receivers;
  load(receivers.distance_km, batch.first, g.receivers.distance_km);
  load(receivers.ground_m, batch.first, batch.rx_ground_m);
  load(receivers.latitude_deg, batch.first, g.latitude_deg);
  for (std::size_t k = 0; k < kOwnSamples; ++k) {
    load(receivers.own_distance_km[k], batch.first, g.own.distance_km[k]);
    load(receivers.own_ground_m[k], batch.first, g.own.ground_m[k]);
    g.own.per_km[k] = g.own.distance_km[k].inverse();
    g.own.per_rest_km[k] = (g.receivers.distance_km - g.own.distance_km[k]).inverse();
    if (!batch.growing.has_clutter()) continue;
    load(receivers.own_clutter_m[k], batch.first, g.own.surface_m[k]);
    g.own.surface_m[k] += g.own.ground_m[k];
  }
  g.receivers.antenna_m = batch.rx_ground_m + rx_height_m;
}

/// The least-squares line and ducting's surface, Attachment 1, 5.6.1 and 5.6.3.
void fit_lines(Batch& batch) {
  GeometryLanes& g = batch.geometry;
  p526::TerrainLineSums<DoubleLanes> sums;
  for (int l = 0; l < kLanes; ++l) {
    const auto& on_ray = batch.growing.line_sums(batch.receivers.last_ray_sample[batch.receiver(l)]);
    sums.v1[l] = on_ray.v1;
    sums.v2[l] = on_ray.v2;
    sums.distance_km[l] = on_ray.distance_km;
    sums.ground_m[l] = on_ray.ground_m;
  }
  for (std::size_t k = 0; k < kOwnSamples; ++k)
    sums.add(g.own.distance_km[k], g.own.ground_m[k]);
  sums.add(g.receivers.distance_km, batch.rx_ground_m);
  g.line_tx_m = sums.at_tx_m();
  g.line_rx_m = sums.at_rx_m();
  batch.surface_tx_m = g.line_tx_m.min(batch.growing.ray().ground_m.front());  // (92a)
  batch.surface_rx_m = g.line_rx_m.min(batch.rx_ground_m);                     // (92b)
  g.hte_m = batch.growing.antenna_m() - batch.surface_tx_m;                    // (94a)
  g.hre_m = g.receivers.antenna_m - batch.surface_rx_m;                        // (94b)
}

/// A sample of a lane's path: the ray's, or one of its own.
struct Sample {
  double distance_km, ground_m;
};
Sample sample_at(const Batch& batch, const Place& place, int number) {
  if (number <= place.last_ray_sample) {
    const auto i = static_cast<std::size_t>(number);
    return {batch.growing.ray().distance_km[i], batch.growing.ray().ground_m[i]};
  }
  const auto k = static_cast<std::size_t>(number - place.last_ray_sample - 1);
  return {batch.geometry.own.distance_km[k][place.lane], batch.geometry.own.ground_m[k][place.lane]};
}

/// h_m of Eq. (95): how far the terrain between the horizons rises over ducting's surface. Of the ray's samples
/// between the horizons only vertices of the hull can be the highest: a horizon is a vertex, so what lies between
/// two of them lies under the hull between them, over the curved Earth and all the more over a flat one.
double roughness_m(const Batch& batch, const Place& place, const Sight& sight) {
  const double at_tx_m = batch.surface_tx_m[place.lane];
  const double slope = (batch.surface_rx_m[place.lane] - at_tx_m) / place.distance_km;  // (93)
  double highest_m = -std::numeric_limits<double>::infinity();
  const auto offer = [&](const Sample& sample) {
    highest_m = std::max(highest_m, sample.ground_m - at_tx_m - slope * sample.distance_km);
  };
  offer(sample_at(batch, place, sight.tx_sample));
  if (sight.rx_sample == sight.tx_sample) return highest_m;
  for (int i = std::max(sight.tx_sample, place.last_ray_sample + 1); i <= sight.rx_sample; ++i)
    offer(sample_at(batch, place, i));
  const UpperHull& hull = batch.growing.bare().hull();
  for (std::size_t p = hull.size(); p > 0 && hull.sample(p - 1) > sight.tx_sample; --p)
    if (hull.sample(p - 1) <= sight.rx_sample) offer(sample_at(batch, place, hull.sample(p - 1)));
  return highest_m;
}

void set_horizons(Batch& batch, const Place& place, const Sight& sight) {
  GeometryLanes& g = batch.geometry;
  const int l = place.lane;
  const double d_km = place.distance_km;
  g.theta_t_m_per_km[l] = std::max(sight.from_tx, sight.to_receiver);                          // (76)–(79)
  g.theta_r_m_per_km[l] = sight.from_rx - 2.0 * batch.growing.bare().half_curvature() * d_km;  // (81), (82)
  g.dlt_km[l] = sample_at(batch, place, sight.tx_sample).distance_km;                          // (80)
  g.dlr_km[l] = d_km - sample_at(batch, place, sight.rx_sample).distance_km;                   // (83)
  g.hm_m[l] = roughness_m(batch, place, sight);
}

/// What of the terrain stands over the ray, on a flat Earth, Eqs. (89a) to (89c); where anything does.
void find_obstruction(Batch& batch, const OwnSlopes& own, const Place& place) {
  const int l = place.lane;
  const CurvedRay& flat = batch.growing.flat();
  const double ray_slope = own.to_receiver[l];
  const double steepest = std::max(flat.steepest().slope, own.steepest[l]);
  if (!(steepest > ray_slope)) return;
  double h_obs_m = 0.0;
  double from_receiver = own.from_receiver[l];
  for (std::size_t k = 0; k < kOwnSamples; ++k)
    h_obs_m = std::max(h_obs_m, (own.to_sample[k][l] - ray_slope) * batch.geometry.own.distance_km[k][l]);
  const UpperHull& hull = flat.hull();
  if (hull.size() > 0) {
    const std::size_t top = hull.furthest_above(ray_slope);
    h_obs_m = std::max(h_obs_m, hull.y(top) - flat.origin_m() - ray_slope * hull.x(top));
    const double y = own.receiver_y[l];
    const std::size_t tangent = hull.tangent_from(place.distance_km, y);
    from_receiver = std::max(from_receiver, (hull.y(tangent) - y) / (place.distance_km - hull.x(tangent)));
  }
  batch.h_obs_m[l] = h_obs_m;
  batch.alpha_obt[l] = steepest - ray_slope;
  batch.alpha_obr[l] = from_receiver + ray_slope;
}

void set_zones(Batch& batch, const Place& place, std::size_t r) {
  GeometryLanes& g = batch.geometry;
  p1812::ZoneSums sums = batch.growing.zone_sums();
  for (std::size_t k = 0; k < kOwnSamples; ++k)
    sums.add(g.own.distance_km[k][place.lane], batch.receivers.own_zone[k][r]);
  sums.add(place.distance_km, batch.receivers.zone[r]);
  const p1812::ZoneSections sections = sums.sections();
  g.omega[place.lane] = sections.omega;
  g.mostly_sea[place.lane] = sections.omega >= 0.75 ? 1.0 : 0.0;
  g.dtm_km[place.lane] = sections.dtm_km;
  g.dlm_km[place.lane] = sections.dlm_km;
  g.receiver_on_sea[place.lane] = batch.receivers.zone[r] == Zone::kSea ? 1.0 : 0.0;
}

void set_one_zone(GeometryLanes& g, Zone zone) {
  const DoubleLanes none = DoubleLanes::Zero();
  const bool sea = zone == Zone::kSea;
  g.omega = g.mostly_sea = g.receiver_on_sea = DoubleLanes::Constant(sea ? 1.0 : 0.0);
  g.dtm_km = sea ? none : g.receivers.distance_km;
  g.dlm_km = zone == Zone::kInland ? g.receivers.distance_km : none;
}

/// h_std, h_srd of Eqs. (90) and (91), and the antennas over them.
void set_smooth_surface(const Batch& batch) {
  GeometryLanes& g = batch.geometry;
  const DoubleLanes per_sum = batch.h_obs_m / (batch.alpha_obt + batch.alpha_obr);
  const DoubleLanes tx_m = (g.line_tx_m - per_sum * batch.alpha_obt).min(batch.growing.ray().ground_m.front());
  const DoubleLanes rx_m = (g.line_rx_m - per_sum * batch.alpha_obr).min(batch.rx_ground_m);
  g.above_smooth_tx_m = batch.growing.antenna_m() - tx_m;  // (37a)
  g.above_smooth_rx_m = g.receivers.antenna_m - rx_m;      // (37b)
}

}  // namespace

void geometry_of(GrowingRay& growing, const Receivers& receivers, std::size_t first, double rx_height_m,
                 GeometryLanes& geometry) {
  Batch batch{.growing = growing, .receivers = receivers, .first = first, .geometry = geometry};
  load(batch, rx_height_m);
  fit_lines(batch);
  const OwnSamples& own = geometry.own;
  const OwnSlopes bare = own_slopes(growing.bare(), geometry.receivers, own, own.ground_m);
  const OwnSlopes flat = own_slopes(growing.flat(), geometry.receivers, own, own.ground_m);
  OwnSlopes surface, at_beta;
  if (growing.has_clutter()) surface = own_slopes(growing.surface(), geometry.receivers, own, own.surface_m);
  if (growing.surface_at_beta()) {
    at_beta = own_slopes(*growing.surface_at_beta(), geometry.receivers, own,
                         growing.has_clutter() ? own.surface_m : own.ground_m);
  }
  if (!growing.has_zones()) set_one_zone(geometry, growing.ray().everywhere);

  // Lanes beyond the last receiver keep what they had: it is worked on and thrown away.
  const int lanes = static_cast<int>(std::min<std::size_t>(kLanes, receivers.size() - first));
  for (int l = 0; l < lanes; ++l) {
    const std::size_t r = first + static_cast<std::size_t>(l);
    const Place place{l, receivers.distance_km[r], receivers.last_ray_sample[r]};
    growing.advance_to(place.last_ray_sample);
    const Sight sight = sight_of(growing.bare(), bare, own.distance_km, place);
    set_horizons(batch, place, sight);
    find_obstruction(batch, flat, place);
    geometry.actual_nu[l] = growing.has_clutter()
                                ? sight_of(growing.surface(), surface, own.distance_km, place).nu_root_wavelength
                                : sight.nu_root_wavelength;
    if (const CurvedRay* const beta = growing.surface_at_beta())
      geometry.actual_nu_at_beta[l] = sight_of(*beta, at_beta, own.distance_km, place).nu_root_wavelength;
    if (growing.has_zones()) set_zones(batch, place, r);
  }
  set_smooth_surface(batch);
}

}  // namespace phusong::propagation::sweep

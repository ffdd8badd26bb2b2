#include "propagation/sweep/geometry_lanes.h"

#include <algorithm>
#include <limits>

#include "propagation/sweep/flat_earth.h"

namespace phusong::propagation::sweep {
namespace {

/// A sample of a path: the ray's, or one of the receiver's own.
struct Sample {
  double distance_km, ground_m;
};
Sample sample_at(const Ray& ray, const OwnSamples& own, const Place& place, int number) {
  if (number <= place.last_ray_sample) {
    const auto i = static_cast<std::size_t>(number);
    return {ray.distance_km[i], ray.ground_m[i]};
  }
  const auto k = static_cast<std::size_t>(number - place.last_ray_sample - 1);
  return {own.distance_km[k][place.lane], own.ground_m[k][place.lane]};
}

/// h_m of Eq. (95): how far the terrain between the horizons rises over ducting's surface. Of the ray's samples
/// between the horizons only vertices of the hull can be the highest: a horizon is a vertex, so what lies between
/// two of them lies under the hull between them, over the curved Earth and all the more over a flat one.
double roughness_m(const GrowingRay& ray, const PlaceLanes& places, const Place& place, const Sight& sight) {
  const double at_tx_m = places.surface_tx_m[place.lane];
  const double slope = (places.surface_rx_m[place.lane] - at_tx_m) * places.receivers.per_km[place.lane];  // (93)
  double highest_m = -std::numeric_limits<double>::infinity();
  const auto offer = [&](const Sample& sample) {
    highest_m = std::max(highest_m, sample.ground_m - at_tx_m - slope * sample.distance_km);
  };
  offer(sample_at(ray.ray(), places.own, place, sight.tx_sample));
  for (int i = std::max(sight.tx_sample, place.last_ray_sample) + 1; i <= sight.rx_sample; ++i)
    offer(sample_at(ray.ray(), places.own, place, i));
  const UpperHull& hull = ray.bare().hull();
  const double c = ray.bare().half_curvature();
  for (std::size_t p = sight.hull_end; p > 0 && hull.sample(p - 1) > sight.tx_sample; --p)
    offer({hull.x(p - 1), hull.y(p - 1) + c * hull.x(p - 1) * hull.x(p - 1)});
  return highest_m;
}

void set_horizons(const GrowingRay& ray, const PlaceLanes& places, const Place& place, const Sight& sight,
                  GeometryLanes& g) {
  const int l = place.lane;
  const double d_km = place.distance_km;
  g.theta_t_m_per_km[l] = std::max(sight.from_tx, sight.to_receiver);                         // (76)–(79)
  g.theta_r_m_per_km[l] = sight.from_rx - 2.0 * ray.bare().half_curvature() * d_km;           // (81), (82)
  g.dlt_km[l] = sample_at(ray.ray(), places.own, place, sight.tx_sample).distance_km;         // (80)
  g.dlr_km[l] = d_km - sample_at(ray.ray(), places.own, place, sight.rx_sample).distance_km;  // (83)
}

/// What of the terrain stands over the ray, on a flat Earth, Eqs. (89a) to (89c). What stands over it there does so all
/// the more over the curved Earth: `rx_horizon` is known.
void find_obstruction(const CurvedRay& bare, const SeenEarth& seen, const Place& place,
                      const std::optional<RxHorizon>& rx_horizon, GeometryLanes& g) {
  const int l = place.lane;
  const AntennaView& view = bare.seen_from(seen.antenna);
  const double ray_slope = seen.own.flat_to_receiver[l];
  const double steepest = std::max(view.steepest_up_to(place.last_ray_sample).flat_slope, seen.own.flat_steepest[l]);
  g.h_obs_m[l] = 0.0;
  if (!(steepest > ray_slope) || !rx_horizon) return;
  double h_obs_m = seen.own.over_ray_m[l], rx_slope = seen.own_horizon.flat_steepest[l];
  if (const UpperHull& hull = bare.hull(); hull.size() > 0) {
    const FlatEarth flat(hull, bare.half_curvature());
    h_obs_m = std::max(h_obs_m, flat.highest_over(view.antenna_m(), ray_slope));
    rx_slope =
        std::max(rx_slope, flat.steepest_from(place.distance_km, seen.own_horizon.receiver_y[l], rx_horizon->tangent));
  }
  g.h_obs_m[l] = h_obs_m;
  g.alpha_obt[l] = steepest - ray_slope;
  g.alpha_obr[l] = rx_slope + ray_slope;
}

/// ν from ν |ν|.
DoubleLanes signed_roots(const DoubleLanes& signed_squares) {
  const DoubleLanes root = signed_squares.abs().sqrt();
  return where_greater(signed_squares, DoubleLanes(DoubleLanes::Zero()), root, DoubleLanes(-root));
}

/// h_std, h_srd of Eqs. (90) and (91), and the antennas over them.
void set_smooth_surface(const PlaceLanes& places, double mast_ground_m, GeometryLanes& g) {
  const DoubleLanes per_sum = g.h_obs_m / (g.alpha_obt + g.alpha_obr);
  const DoubleLanes tx_m = (places.line_tx_m - per_sum * g.alpha_obt).min(mast_ground_m);
  const DoubleLanes rx_m = (places.line_rx_m - per_sum * g.alpha_obr).min(places.rx_ground_m);
  g.above_smooth_tx_m = g.antenna_m - tx_m;                 // (37a)
  g.above_smooth_rx_m = places.receivers.antenna_m - rx_m;  // (37b)
}

}  // namespace

void GeometryFinder::start(std::span<const Ray> rays, const Receivers& receivers, const SweepSettings& settings) {
  rays_.start(rays, settings);
  receivers_ = &receivers;
  rx_height_m_ = settings.rx_height_m;
  const std::size_t antennas = rays_.antennas_m().size();
  for (Earth* const earth : {&bare_, &surface_, &surface_at_beta_})
    earth->views.resize(antennas);
  geometry_.resize(antennas);
  for (std::size_t a = 0; a < antennas; ++a)
    geometry_[a].antenna_m = rays_.antennas_m()[a];
}

void GeometryFinder::see(double half_curvature, const OwnLanes& height_m, Earth& earth) const {
  see_own_samples(half_curvature, places_.receivers, places_.own, height_m, earth.horizon);
  for (std::size_t a = 0; a < earth.views.size(); ++a)
    see_own_samples(rays_.antennas_m()[a], half_curvature, places_.receivers, places_.own, earth.horizon,
                    earth.views[a]);
}

void GeometryFinder::see_earths() {
  const OwnLanes& surface_m = rays_.has_clutter() ? places_.own.surface_m : places_.own.ground_m;
  see(rays_.median_half_curvature(), places_.own.ground_m, bare_);
  if (rays_.has_clutter()) see(rays_.median_half_curvature(), surface_m, surface_);
  if (rays_.wants_beta()) see(rays_.beta_half_curvature(), surface_m, surface_at_beta_);
}

void GeometryFinder::find_roughness() {
  if (wants_roughness_) return;
  rays_.rewind();
  find(first_);
}

void GeometryFinder::find(std::size_t first, bool wants_roughness) {
  first_ = first;
  wants_roughness_ = wants_roughness;
  load_places(rays_, *receivers_, first, rx_height_m_, places_);
  see_earths();
  // Lanes beyond the last receiver keep what they had: it is worked on and thrown away.
  const std::size_t lanes = std::min<std::size_t>(kLanes, receivers_->size() - first);
  for (std::size_t l = 0; l < lanes; ++l) {
    const Place place = places_.place(static_cast<int>(l));
    const GrowingRay& ray = rays_.grown(places_.ray[l], place.last_ray_sample);
    find_place(ray, place);
    if (rays_.has_zones()) set_zones(ray.zone_sums(), *receivers_, first + l, place.lane, places_);
  }
  for (GeometryLanes& geometry : geometry_) {
    set_smooth_surface(places_, rays_.mast_ground_m(), geometry);
    geometry.actual_nu = signed_roots(geometry.nu_squared);
    if (rays_.wants_beta()) geometry.actual_nu_at_beta = signed_roots(geometry.nu_squared_at_beta);
  }
}

void GeometryFinder::find_place(const GrowingRay& ray, const Place& place) {
  std::optional<RxHorizon> bare, surface, surface_at_beta;  // the same for all antennas
  for (std::size_t a = 0; a < geometry_.size(); ++a) {
    GeometryLanes& g = geometry_[a];
    const auto seen = [&](const Earth& earth) {
      return SeenEarth{a, earth.views[a], earth.horizon, places_.own.distance_km};
    };
    const Sight sight = sight_of(ray.bare(), seen(bare_), place, bare);
    set_horizons(ray, places_, place, sight, g);
    if (wants_roughness_) g.hm_m[place.lane] = roughness_m(ray, places_, place, sight);
    find_obstruction(ray.bare(), seen(bare_), place, bare, g);
    g.nu_squared[place.lane] =
        ray.has_clutter() ? nu_squared_of(ray.surface(), seen(surface_), place, surface) : sight.nu_squared;
    if (!rays_.wants_beta()) continue;
    g.nu_squared_at_beta[place.lane] =
        nu_squared_of(ray.surface_at_beta(), seen(surface_at_beta_), place, surface_at_beta);
  }
}

}  // namespace phusong::propagation::sweep

#include "sim/planning/backhaul/microwave_link.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "propagation/free_space.h"
#include "propagation/p530/availability.h"
#include "propagation/p530/multipath.h"
#include "sim/coverage/path_sampling.h"
#include "sim/planning/mast_top.h"
#include "sim/planning/tolerances.h"

namespace phusong::planning {
namespace {

namespace p530 = propagation::p530;

bool has_masts(const BackhaulNode& from, const BackhaulNode& to) {
  return link_antenna_height_m(from) > 0.0 && link_antenna_height_m(to) > 0.0;
}

double mean_latitude_deg(const BackhaulNode& from, const BackhaulNode& to) {
  return 0.5 * (from.lon_lat.lat_deg + to.lon_lat.lat_deg);
}

}  // namespace

double link_antenna_height_m(const BackhaulNode& node) {
  return node.mast_height_m - kBelowMastTopM;
}

MicrowaveEngine::MicrowaveEngine(const gis::Terrain& terrain, const scenario::Options& options)
    : terrain_(terrain),
      options_(options.backhaul),
      vegetation_m_(options.terrain.elevation_kind == scenario::ElevationKind::kTerrain ? options.backhaul.vegetation_m
                                                                                        : 0.0) {}

std::optional<MicrowaveLink> MicrowaveEngine::link(const BackhaulNode& from, const BackhaulNode& to) {
  const double length_m = distance_m(from.position, to.position);
  if (length_m < kSameMastM || length_m > 1000.0 * options_.max_hop_km || !has_masts(from, to)) return std::nullopt;
  MicrowaveAccount account{.link = {.length_km = length_m / 1000.0}};
  const MicrowaveLink& link = account.link;
  if (hits_ground_coarsely(from, to, link.length_km)) return std::nullopt;
  if (!trace(from, to, account) || !(link.clearance_m >= 0.0)) return std::nullopt;
  if (!fade(account, mean_latitude_deg(from, to))) return std::nullopt;
  if (!(link.availability_percent >= options_.availability_percent)) return std::nullopt;
  return link;
}

std::optional<MicrowaveAccount> MicrowaveEngine::account(const BackhaulNode& from, const BackhaulNode& to) {
  const double length_m = distance_m(from.position, to.position);
  if (length_m < kSameMastM || !has_masts(from, to)) return std::nullopt;
  MicrowaveAccount account{.link = {.length_km = length_m / 1000.0}};
  if (!trace(from, to, account)) return std::nullopt;
  fade(account, mean_latitude_deg(from, to));
  return account;
}

// Most pairs of masts have a ridge between them that a few samples of the profile find. Says nothing near a void.
bool MicrowaveEngine::hits_ground_coarsely(const BackhaulNode& from, const BackhaulNode& to, double length_km) const {
  constexpr std::size_t kSamples = 16;
  constexpr double kToleranceM = 0.01;  // of the same sample, read one by one or along the line
  const std::size_t intervals = coverage::interval_count(1000.0 * length_km, terrain_.grid().cell_size_m);
  const gis::ProfileStep step(from.position, to.position, intervals);
  const double from_m = terrain_.sample(from.position) + link_antenna_height_m(from);
  const double to_m = terrain_.sample(to.position) + link_antenna_height_m(to);
  const std::size_t stride = std::max<std::size_t>(1, intervals / kSamples);
  for (std::size_t i = stride; i < intervals; i += stride) {
    const double share = static_cast<double>(i) / static_cast<double>(intervals);
    const double d1_km = share * length_km, d2_km = length_km - d1_km;
    const double ray_m = std::lerp(from_m, to_m, share) - p530::earth_bulge_m(d1_km, d2_km, kClearanceFactors.back());
    const double free_m = kClearFresnelShare * p530::first_fresnel_radius_m(options_.frequency_ghz, d1_km, d2_km);
    if (ray_m - terrain_.sample(step.point(i)) - vegetation_m_ - free_m < -kToleranceM) return true;
  }
  return false;
}

bool MicrowaveEngine::trace(const BackhaulNode& from, const BackhaulNode& to, MicrowaveAccount& account) {
  MicrowaveLink& link = account.link;
  if (!profile_.read(terrain_, from.position, to.position, 1000.0 * link.length_km)) return false;
  vegetation_profile_m_.assign(profile_.ground_m.size(), vegetation_m_);
  p530::ClearanceQuery query{.profile = last_profile(),
                             .tx_height_m = link_antenna_height_m(from),
                             .rx_height_m = link_antenna_height_m(to),
                             .frequency_ghz = options_.frequency_ghz,
                             .fresnel_share = kClearFresnelShare};
  link.from_height_m = profile_.ground_m.front() + query.tx_height_m;
  link.to_height_m = profile_.ground_m.back() + query.rx_height_m;
  link.clearance_m = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < kClearanceFactors.size(); ++i) {
    query.k_factor = kClearanceFactors[i];
    account.clearance[i] = p530::path_clearance(query);
    link.clearance_m = std::min(link.clearance_m, account.clearance[i].least_m);
  }
  return true;
}

bool MicrowaveEngine::fade(MicrowaveAccount& account, double latitude_deg) const {
  MicrowaveLink& link = account.link;
  account.slant_km = propagation::slant_distance_km(link.length_km, link.from_height_m, link.to_height_m);
  const p530::Hop hop{.distance_km = account.slant_km,
                      .frequency_ghz = options_.frequency_ghz,
                      .tx_height_amsl_m = link.from_height_m,
                      .rx_height_amsl_m = link.to_height_m,
                      .latitude_deg = latitude_deg};
  account.free_space_db = propagation::free_space_loss_db(1000.0 * hop.frequency_ghz, hop.distance_km);
  account.received_dbm =
      options_.tx_power_dbm + 2.0 * (options_.antenna_gain_dbi - options_.feeder_loss_db) - account.free_space_db;
  link.fade_margin_db = account.received_dbm - options_.rx_threshold_dbm;
  if (link.fade_margin_db <= 0.0) return false;
  const p530::RainQuery rain{
      .distance_km = hop.distance_km,
      .wave = {.frequency_ghz = hop.frequency_ghz, .tilt_deg = propagation::p838::tilt_deg_of(options_.polarization)},
      .r001_mm_per_h = options_.rain_rate_mm_per_h};
  link.rain_db = p530::RainAttenuation(rain).a001_db();
  account.p0_percent = p530::deep_fade_percent_from_dn1(hop, options_.dn1, 0.0);
  const p530::Availability availability = p530::availability(
      {.hop = hop, .p0_percent = account.p0_percent, .rain = rain, .fade_margin_db = link.fade_margin_db});
  account.multipath_worst_month_percent = availability.multipath_worst_month_percent;
  link.multipath_percent = availability.multipath_percent;
  link.rain_percent = availability.rain_percent;
  link.availability_percent = availability.availability_percent;
  return true;
}

}  // namespace phusong::planning

#include "sim/planning/backhaul/link_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "propagation/free_space.h"
#include "propagation/p530/availability.h"
#include "propagation/p530/fresnel.h"
#include "propagation/p530/multipath.h"
#include "sim/planning/mast_top.h"

namespace phusong::planning {
namespace {

namespace p530 = propagation::p530;

constexpr double kMeanEarthRadiusM = 6.371e6;
constexpr double kLinkToleranceM = 0.01, kTolerancePercent = 1e-6;

/// Reads the ground at equal steps, both ends included; nothing where an end is off the terrain.
std::optional<std::vector<double>> ground_between(const gis::Terrain& terrain, gis::MapPoint from, gis::MapPoint to,
                                                  double length_m) {
  const int steps = std::max(2, static_cast<int>(std::ceil(length_m / terrain.grid().cell_size_m)));
  const auto first = terrain.height_near(from), last = terrain.height_near(to);
  if (!first || !last) return std::nullopt;
  std::vector<std::pair<int, double>> known = {{0, *first}};
  for (int i = 1; i < steps; ++i) {
    const double share = static_cast<double>(i) / steps;
    const auto height_m = terrain.height_at({std::lerp(from.x_m, to.x_m, share), std::lerp(from.y_m, to.y_m, share)});
    if (height_m) known.emplace_back(i, *height_m);
  }
  known.emplace_back(steps, *last);
  std::vector<double> ground_m(static_cast<std::size_t>(steps) + 1);
  for (std::size_t k = 1; k < known.size(); ++k) {
    const auto [begin, begin_m] = known[k - 1];
    const auto [end, end_m] = known[k];
    for (int i = begin; i <= end; ++i) {
      ground_m[static_cast<std::size_t>(i)] =
          std::lerp(begin_m, end_m, static_cast<double>(i - begin) / static_cast<double>(end - begin));
    }
  }
  return ground_m;
}

/// A ray over a profile: heights of both antennas above sea level, and its length on the map.
struct Ray {
  double from_m, to_m, length_m;
};

/// Computes the least height of the ray over the ground, its vegetation and 0.6 of the first Fresnel zone.
double clearance_m(const std::vector<double>& ground_m, const Ray& ray, double frequency_ghz, double vegetation_m) {
  double least_m = std::numeric_limits<double>::infinity();
  const double last = static_cast<double>(ground_m.size() - 1);
  for (std::size_t i = 1; i + 1 < ground_m.size(); ++i) {
    const double d1_m = ray.length_m * static_cast<double>(i) / last, d2_m = ray.length_m - d1_m;
    const double zone_m = 0.6 * p530::first_fresnel_radius_m(frequency_ghz, d1_m / 1000.0, d2_m / 1000.0);
    const double line_m = (ray.from_m * d2_m + ray.to_m * d1_m) / ray.length_m;
    for (const double k : {4.0 / 3.0, 2.0 / 3.0}) {
      const double bulge_m = d1_m * d2_m / (2.0 * k * kMeanEarthRadiusM);
      least_m = std::min(least_m, line_m - bulge_m - ground_m[i] - vegetation_m - zone_m);
    }
  }
  return least_m;
}

double availability_percent(const scenario::BackhaulOptions& options, const Ray& ray, double latitude_deg) {
  const double distance_km = std::hypot(ray.length_m, ray.to_m - ray.from_m) / 1000.0;
  const p530::Hop hop{.distance_km = distance_km,
                      .frequency_ghz = options.frequency_ghz,
                      .tx_height_amsl_m = ray.from_m,
                      .rx_height_amsl_m = ray.to_m,
                      .latitude_deg = latitude_deg};
  const double margin_db = options.tx_power_dbm + options.antenna_gain_dbi - options.feeder_loss_db -
                           propagation::free_space_loss_db(1000.0 * options.frequency_ghz, distance_km) +
                           options.antenna_gain_dbi - options.feeder_loss_db - options.rx_threshold_dbm;
  if (margin_db <= 0.0) return 0.0;
  const p530::RainAttenuation rain(
      {.distance_km = distance_km,
       .wave = {.frequency_ghz = options.frequency_ghz,
                .tilt_deg = options.polarization == propagation::Polarization::kHorizontal ? 0.0 : 90.0},
       .r001_mm_per_h = options.rain_rate_mm_per_h});
  const double p0_percent = p530::deep_fade_percent_from_dn1(hop, options.dn1, 0.0);
  return 100.0 - rain.percent_exceeding(margin_db) - p530::any_fade_annual_percent(p0_percent, hop, margin_db);
}

}  // namespace

std::string fault_of_microwave(const gis::Terrain& terrain, const scenario::Options& options, const BackhaulNode& from,
                               const BackhaulNode& to) {
  const double length_m = distance_m(from.position, to.position);
  if (length_m > 1000.0 * options.backhaul.max_hop_km + kLinkToleranceM) return "is longer than max_hop_km";
  const auto ground_m = ground_between(terrain, from.position, to.position, length_m);
  if (!ground_m) return "has an end off the terrain";
  const Ray ray{.from_m = ground_m->front() + from.mast_height_m - kBelowMastTopM,
                .to_m = ground_m->back() + to.mast_height_m - kBelowMastTopM,
                .length_m = length_m};
  const double vegetation_m =
      options.terrain.elevation_kind == scenario::ElevationKind::kTerrain ? options.backhaul.vegetation_m : 0.0;
  const double free_m = clearance_m(*ground_m, ray, options.backhaul.frequency_ghz, vegetation_m);
  if (free_m < -kLinkToleranceM) return fmt::format("lacks {:.2f} m of clearance", -free_m);
  const double percent = availability_percent(options.backhaul, ray, 0.5 * (from.lon_lat.lat_deg + to.lon_lat.lat_deg));
  if (percent < options.backhaul.availability_percent - kTolerancePercent) {
    return fmt::format("is available for {:.4f} % of the year only", percent);
  }
  return "";
}

}  // namespace phusong::planning

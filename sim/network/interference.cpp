#include "sim/network/interference.h"

#include <algorithm>
#include <cmath>

#include "propagation/units.h"
#include "sim/network/band.h"
#include "sim/network/link_budget.h"

namespace phusong::network {
namespace {

constexpr double kHzPerKhz = 1e3, kHzPerMhz = 1e6;
/// Edges are given in decimals, so channels side by side may seem to overlap by rounding.
constexpr double kLeastOverlapMhz = 1e-6;
constexpr double kUmtsCarrierMhz = 5.0;

double overlap_mhz(const Channel& a, const Channel& b) {
  return std::min(a.high_mhz, b.high_mhz) - std::max(a.low_mhz, b.low_mhz);
}

}  // namespace

Channel channel_of(const Cell& cell) {
  if (cell.channel_low_mhz && cell.channel_high_mhz) return {*cell.channel_low_mhz, *cell.channel_high_mhz};
  const bool is_umts_carrier = cell.technology == Technology::k3G && cell.bandwidth_mhz <= 0.0;
  const double half_mhz = 0.5 * (is_umts_carrier ? kUmtsCarrierMhz : cell.bandwidth_mhz);
  return {cell.frequency_mhz - half_mhz, cell.frequency_mhz + half_mhz};
}

double overlap_share(const Channel& channel, const Channel& other) {
  const double width_mhz = channel.high_mhz - channel.low_mhz;
  const double shared_mhz = overlap_mhz(channel, other);
  if (width_mhz <= kLeastOverlapMhz) return shared_mhz >= 0.0 ? 1.0 : 0.0;
  return shared_mhz > kLeastOverlapMhz ? std::min(shared_mhz / width_mhz, 1.0) : 0.0;
}

double noise_dbm(double bandwidth_hz, double noise_figure_db) {
  constexpr double kThermalDbmPerHz = -174.0;
  return kThermalDbmPerHz + propagation::db_from_power_ratio(bandwidth_hz) + noise_figure_db;
}

double noise_bandwidth_hz(const Cell& cell) {
  switch (cell.technology) {
    case Technology::k2G:
      return 200.0 * kHzPerKhz;
    case Technology::k3G:
      return 3.84 * kHzPerMhz;
    case Technology::k4G:
      return 15.0 * kHzPerKhz;
    case Technology::k5G:
      break;
  }
  return cell.subcarrier_khz * kHzPerKhz;
}

double interference_factor(const Cell& cell, const InterferenceOptions& options) {
  const double load = cell.load.value_or(options.load);
  if (cell.technology == Technology::k2G) return 1.0 / options.reuse_2g;
  if (cell.technology != Technology::k3G) return load;
  const double pilot_share = propagation::power_ratio_from_db(cell.reference_power_offset_db);
  return std::max(load, pilot_share) / pilot_share;
}

double interference_weight(const Cell& cell, const Cell& from) {
  if (cell.technology != from.technology) return 0.0;
  if (cell.technology == Technology::k2G) return same_band(cell.frequency_mhz, from.frequency_mhz) ? 1.0 : 0.0;
  const double share = overlap_share(channel_of(cell), channel_of(from));
  return cell.technology == Technology::k3G && share > 0.0 ? 1.0 : share;
}

bool interferes_with_itself(Technology technology) {
  return technology == Technology::k3G;
}

bool has_throughput(Technology technology) {
  return technology == Technology::k4G || technology == Technology::k5G;
}

std::optional<double> transmission_bandwidth_hz(const Cell& cell) {
  constexpr double kSubcarriersPerBlock = 12.0;
  std::optional<int> blocks;
  if (cell.technology == Technology::k4G) blocks = lte_resource_blocks(cell.bandwidth_mhz);
  if (cell.technology == Technology::k5G) blocks = nr_resource_blocks(cell.bandwidth_mhz, cell.subcarrier_khz);
  if (!blocks) return std::nullopt;
  return *blocks * kSubcarriersPerBlock * noise_bandwidth_hz(cell);
}

double throughput_mbps(double sinr_db, double bandwidth_hz) {
  constexpr double kLeastSinrDb = -10.0, kAttenuation = 0.6, kMostBitPerSPerHz = 4.4;
  if (sinr_db < kLeastSinrDb) return 0.0;
  const double efficiency = kAttenuation * std::log2(1.0 + propagation::power_ratio_from_db(sinr_db));
  return std::min(efficiency, kMostBitPerSPerHz) * bandwidth_hz / kHzPerMhz;
}

}  // namespace phusong::network

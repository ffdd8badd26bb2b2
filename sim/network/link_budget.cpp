#include "sim/network/link_budget.h"

#include <array>
#include <cmath>
#include <utility>

namespace phusong::network {
namespace {

using BandwidthBlocks = std::pair<double, int>;

// TS 36.101 table 5.6-1
constexpr std::array<BandwidthBlocks, 6> kLte = {{{1.4, 6}, {3, 15}, {5, 25}, {10, 50}, {15, 75}, {20, 100}}};

// TS 38.101-1 table 5.3.2-1
constexpr std::array<BandwidthBlocks, 12> kNr15 = {{{3, 15},
                                                    {5, 25},
                                                    {10, 52},
                                                    {15, 79},
                                                    {20, 106},
                                                    {25, 133},
                                                    {30, 160},
                                                    {35, 188},
                                                    {40, 216},
                                                    {45, 242},
                                                    {50, 270},
                                                    {0, 0}}};
constexpr std::array<BandwidthBlocks, 15> kNr30 = {{{5, 11},
                                                    {10, 24},
                                                    {15, 38},
                                                    {20, 51},
                                                    {25, 65},
                                                    {30, 78},
                                                    {35, 92},
                                                    {40, 106},
                                                    {45, 119},
                                                    {50, 133},
                                                    {60, 162},
                                                    {70, 189},
                                                    {80, 217},
                                                    {90, 245},
                                                    {100, 273}}};
constexpr std::array<BandwidthBlocks, 13> kNr60 = {{{10, 11},
                                                    {15, 18},
                                                    {20, 24},
                                                    {25, 31},
                                                    {30, 38},
                                                    {35, 44},
                                                    {40, 51},
                                                    {45, 58},
                                                    {50, 65},
                                                    {60, 79},
                                                    {70, 93},
                                                    {80, 107},
                                                    {100, 135}}};

template <class Table>
std::optional<int> find(const Table& table, double bandwidth_mhz) {
  for (const auto& [bandwidth, blocks] : table) {
    if (blocks > 0 && std::abs(bandwidth - bandwidth_mhz) < 1e-9) return blocks;
  }
  return std::nullopt;
}

}  // namespace

double eirp_from_erp_dbm(double erp_dbm) {
  return erp_dbm + 2.15;
}

std::optional<int> lte_resource_blocks(double bandwidth_mhz) {
  return find(kLte, bandwidth_mhz);
}

std::optional<int> nr_resource_blocks(double bandwidth_mhz, double subcarrier_khz) {
  if (subcarrier_khz == 15.0) return find(kNr15, bandwidth_mhz);
  if (subcarrier_khz == 30.0) return find(kNr30, bandwidth_mhz);
  if (subcarrier_khz == 60.0) return find(kNr60, bandwidth_mhz);
  return std::nullopt;
}

double default_subcarrier_khz(double frequency_mhz) {
  return frequency_mhz < 3000.0 ? 15.0 : 30.0;
}

std::optional<double> default_reference_power_offset_db(Technology technology, double bandwidth_mhz,
                                                        double subcarrier_khz) {
  const auto per_resource_element = [](std::optional<int> blocks) -> std::optional<double> {
    if (!blocks) return std::nullopt;
    return -10.0 * std::log10(12.0 * *blocks);
  };
  switch (technology) {
    case Technology::k2G:
      return 0.0;
    case Technology::k3G:
      return -10.0;
    case Technology::k4G:
      return per_resource_element(lte_resource_blocks(bandwidth_mhz));
    case Technology::k5G:
      return per_resource_element(nr_resource_blocks(bandwidth_mhz, subcarrier_khz));
  }
  return std::nullopt;
}

double level_dbm(const LevelTerms& terms) {
  return terms.eirp_dbm - terms.pattern_db + terms.reference_power_offset_db - terms.loss_db + terms.correction_db;
}

}  // namespace phusong::network

#include "sim/sunset/radio/band.h"

#include <array>

namespace phusong::sunset {
namespace {

struct Band {
  double low_mhz, high_mhz;
};

/// 3GPP bands in use in the country, uplink to downlink end; where GSM 850 and 900 meet, 900 has the range.
constexpr std::array<Band, 9> kBands = {{{690, 790},
                                         {790, 862},
                                         {862, 880},
                                         {880, 960},
                                         {1710, 1880},
                                         {1920, 2170},
                                         {2300, 2400},
                                         {2490, 2690},
                                         {3300, 4200}}};

}  // namespace

bool same_band(double a_mhz, double b_mhz) {
  for (const Band& band : kBands) {
    const auto inside = [&](double f_mhz) { return f_mhz >= band.low_mhz && f_mhz < band.high_mhz; };
    if (inside(a_mhz)) return inside(b_mhz);
  }
  return a_mhz == b_mhz;
}

bool shares_channels(const network::Cell& cell, double centre_mhz, double bandwidth_mhz) {
  if (!same_band(cell.frequency_mhz, centre_mhz)) return false;
  const double low_mhz = centre_mhz - 0.5 * bandwidth_mhz, high_mhz = centre_mhz + 0.5 * bandwidth_mhz;
  if (cell.channel_low_mhz && *cell.channel_low_mhz >= high_mhz) return false;
  return !cell.channel_high_mhz || *cell.channel_high_mhz > low_mhz;
}

}  // namespace phusong::sunset

#include "sim/network/band.h"

#include <array>

namespace phusong::network {
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

}  // namespace phusong::network

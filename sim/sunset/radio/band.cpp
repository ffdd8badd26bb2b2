#include "sim/sunset/radio/band.h"

namespace phusong::sunset {

bool shares_channels(const network::Cell& cell, double centre_mhz, double bandwidth_mhz) {
  if (!same_band(cell.frequency_mhz, centre_mhz)) return false;
  const double low_mhz = centre_mhz - 0.5 * bandwidth_mhz, high_mhz = centre_mhz + 0.5 * bandwidth_mhz;
  if (cell.channel_low_mhz && *cell.channel_low_mhz >= high_mhz) return false;
  return !cell.channel_high_mhz || *cell.channel_high_mhz > low_mhz;
}

}  // namespace phusong::sunset

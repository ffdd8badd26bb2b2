#include "propagation/p1812/limits.h"

namespace phusong::propagation::p1812 {

void check_limits(const Path& path, const Request& request, Violations& violations) {
  check(kFrequency, request.frequency_mhz, violations);
  check(kTimePercent, request.time_percent, violations);
  check(kLocationPercent, request.location_percent, violations);
  check(kDistance, path.profile.length_km(), violations);
  check(kTxHeight, path.tx_height_m, violations);
  check(kRxHeight, path.rx_height_m, violations);
  check(kLatitude, path.latitude_deg, violations);
  check(kDeltaN, path.delta_n, violations);
  check(kProfilePoints, static_cast<double>(path.profile.size()), violations);
}

}  // namespace phusong::propagation::p1812

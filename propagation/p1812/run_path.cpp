#include "propagation/p1812/run_path.h"

#include "propagation/p1812/even_geometry.h"

namespace phusong::propagation::p1812 {

Path run_path(const PathQuery& query, const PropagationSettings& settings) {
  return {.profile = query.profile,
          .tx_height_m = query.tx_height_m,
          .rx_height_m = query.rx_height_m,
          .latitude_deg = query.latitude_deg,
          .delta_n = settings.delta_n,
          .n0 = settings.n0};
}

Geometry run_geometry(const Path& path, double time_percent) {
  const auto times = time_percent == 50.0 ? ForTime::kMedianOnly : ForTime::kAny;
  const bool is_even = times == ForTime::kMedianOnly && path.profile.has_equal_steps && has_even_geometry(path);
  return is_even ? even_geometry(path) : geometry_of(path, times);
}

}  // namespace phusong::propagation::p1812

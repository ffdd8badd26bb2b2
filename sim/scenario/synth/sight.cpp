#include "sim/scenario/synth/sight.h"

#include <algorithm>
#include <cmath>

#include "sim/scenario/synth/spaced_points.h"

namespace phusong::synth {
namespace {

constexpr double kEffectiveEarthRadiusM = 6371000.0 * 4.0 / 3.0;

}  // namespace

double Sight::ground_m(gis::MapPoint point) const {
  const auto column = static_cast<int>(std::floor((point.x_m - grid_.left_m) / grid_.cell_size_m));
  const auto row = static_cast<int>(std::floor((grid_.top_m - point.y_m) / grid_.cell_size_m));
  return heights_m_[grid_.index(std::clamp(column, 0, grid_.columns - 1), std::clamp(row, 0, grid_.rows - 1))];
}

bool Sight::is_free(const Aloft& from, const Aloft& to) const {
  const double length_m = std::sqrt(squared_distance_m2(from.position, to.position));
  const int steps = std::max(1, static_cast<int>(length_m / grid_.cell_size_m));
  const double begin_m = ground_m(from.position) + from.height_agl_m;
  const double end_m = ground_m(to.position) + to.height_agl_m;
  for (int step = 1; step < steps; ++step) {
    const double share = static_cast<double>(step) / steps;
    const gis::MapPoint between{std::lerp(from.position.x_m, to.position.x_m, share),
                                std::lerp(from.position.y_m, to.position.y_m, share)};
    const double bulge_m = share * (1.0 - share) * length_m * length_m / (2.0 * kEffectiveEarthRadiusM);
    if (ground_m(between) + bulge_m > std::lerp(begin_m, end_m, share)) return false;
  }
  return true;
}

}  // namespace phusong::synth

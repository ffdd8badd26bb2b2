#include "sim/coverage/ground_profile.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <span>

#include "propagation/independent_loop.h"
#include "propagation/wide_code.h"
#include "sim/coverage/inner_heights.h"
#include "sim/coverage/path_sampling.h"

namespace phusong::coverage {
namespace {

/// Fills runs of NaN by the straight line between their neighbours; both ends are known. Says whether there were any.
bool bridge_voids(std::span<double> ground_m) {
  bool found = false;
  std::size_t last_known = 0;
  for (std::size_t i = 1; i < ground_m.size(); ++i) {
    if (std::isnan(ground_m[i])) continue;
    const double gap = static_cast<double>(i - last_known);
    for (std::size_t k = last_known + 1; k < i; ++k) {
      const double t = static_cast<double>(k - last_known) / gap;
      ground_m[k] = ground_m[last_known] + t * (ground_m[i] - ground_m[last_known]);
      found = true;
    }
    last_known = i;
  }
  return found;
}

/// An end that is void takes the nearest known cell.
bool fill_end(const gis::Terrain& terrain, gis::MapPoint point, double& ground_m) {
  const auto height_m = terrain.height_near(point);
  if (height_m) ground_m = *height_m;
  return height_m.has_value();
}

/// Samples that are read at a time.
constexpr int kSamplesAtATime = 16;

/// Terrain::heights_along() without its last sample, for a line that is well inside the terrain: the same bits, or NaN
/// beside a void, where the terrain itself may know more. Says whether there is any NaN.
PHUSONG_WIDE_BODY bool read_inside_wide(const gis::Terrain& terrain, const gis::ProfileStep step,
                                        std::span<double> heights_m) {
  struct Pair {
    float left_m, right_m;
  };
  constexpr int kCount = kSamplesAtATime;
  const gis::Grid& grid = terrain.grid();
  const float* const ground_m = terrain.ground_m().data();
  const int columns = grid.columns;
  const double left_m = grid.left_m, top_m = grid.top_m, cells_per_m = 1.0 / grid.cell_size_m;
  const double last = static_cast<double>(heights_m.size() - 1);
  std::array<double, kCount> right_weight, bottom_weight, sum_m{}, tail_m;
  std::array<int, kCount> corner;
  std::array<Pair, kCount> upper, lower;
  for (std::size_t first = 0; first < heights_m.size(); first += kCount) {
    const double steps = static_cast<double>(first);
    for (int i = 0; i < kCount; ++i) {  // the last one again instead of those beyond it
      const double at = steps + static_cast<double>(i);
      const gis::MapPoint point = step.after(at < last ? at : last);
      const double column = (point.x_m - left_m) * cells_per_m - 0.5;
      const double row = (top_m - point.y_m) * cells_per_m - 0.5;
      const int left = static_cast<int>(column), top = static_cast<int>(row);
      right_weight[i] = column - left;
      bottom_weight[i] = row - top;
      corner[i] = top * columns + left;
    }
    for (int i = 0; i < kCount; ++i) {
      const float* const at = ground_m + corner[i];
      std::memcpy(&upper[i], at, sizeof(Pair));
      std::memcpy(&lower[i], at + columns, sizeof(Pair));
    }
    const std::size_t count = std::min(std::size_t{kCount}, heights_m.size() - first);
    double* const height_m = count == kCount ? heights_m.data() + first : tail_m.data();
    PHUSONG_INDEPENDENT_LOOP
    for (int i = 0; i < kCount; ++i) {
      const double above_m = upper[i].left_m + right_weight[i] * (double{upper[i].right_m} - upper[i].left_m);
      const double below_m = lower[i].left_m + right_weight[i] * (double{lower[i].right_m} - lower[i].left_m);
      height_m[i] = above_m + bottom_weight[i] * (below_m - above_m);
      sum_m[i] += height_m[i];
    }
    if (count < kCount) std::copy_n(tail_m.begin(), count, heights_m.begin() + static_cast<std::ptrdiff_t>(first));
  }
  return std::ranges::any_of(sum_m, [](double value_m) { return std::isnan(value_m); });
}
bool read_inside(const gis::Terrain& terrain, const gis::ProfileStep& step, std::span<double> heights_m) {
  return read_inside_wide(terrain, step, heights_m);
}
PHUSONG_AVX2 bool read_inside_by_avx2(const gis::Terrain& terrain, const gis::ProfileStep& step,
                                      std::span<double> heights_m) {
  return read_inside_wide(terrain, step, heights_m);
}

/// Whether a line may be read without a look at borders, its cells counted by an int.
bool is_inside(const gis::Terrain& terrain, gis::MapPoint from, gis::MapPoint to) {
  constexpr std::size_t kMostCells = std::numeric_limits<int>::max();
  const gis::Grid& grid = terrain.grid();
  const InnerHeights inner(terrain);
  const auto holds = [&](gis::MapPoint at) { return inner.holds(grid.column_of_x(at.x_m), grid.row_of_y(at.y_m)); };
  return grid.cell_count() <= kMostCells && holds(from) && holds(to);
}

/// Says whether all of them are known.
bool read_heights(const gis::Terrain& terrain, gis::MapPoint from, gis::MapPoint to, std::span<double> heights_m) {
  if (is_inside(terrain, from, to)) {
    const gis::ProfileStep step(from, to, heights_m.size() - 1);
    const auto read = propagation::wider(read_inside, read_inside_by_avx2);
    if (!read(terrain, step, heights_m.first(heights_m.size() - 1))) {
      heights_m.back() = terrain.sample(to);
      return !std::isnan(heights_m.back());
    }
  }
  terrain.heights_along(from, to, heights_m);
  return std::ranges::none_of(heights_m, [](double height_m) { return std::isnan(height_m); });
}

}  // namespace

bool GroundProfile::read(const gis::Terrain& terrain, gis::MapPoint from, gis::MapPoint to, double length_m) {
  const std::size_t intervals = interval_count(length_m, terrain.grid().cell_size_m);
  ground_m.resize(intervals + 1);
  distance_km.resize(intervals + 1);
  const bool all_known = read_heights(terrain, from, to, ground_m);
  const bool end_is_void = std::isnan(ground_m.front()) || std::isnan(ground_m.back());
  if (end_is_void && !(fill_end(terrain, from, ground_m.front()) && fill_end(terrain, to, ground_m.back()))) {
    return false;
  }
  crosses_void = end_is_void;
  if (!all_known && bridge_voids(ground_m)) crosses_void = true;
  const double step_km = length_m / static_cast<double>(intervals) / 1000.0;
  const int count = static_cast<int>(intervals);
  double* const from_tx_km = distance_km.data();
  PHUSONG_INDEPENDENT_LOOP
  for (int i = 0; i < count; ++i)
    from_tx_km[i] = static_cast<double>(i) * step_km;
  distance_km[intervals] = length_m / 1000.0;
  return true;
}

}  // namespace phusong::coverage

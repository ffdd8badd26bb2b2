#include "sim/planning/candidates/vantage_points.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <queue>

namespace phusong::planning {
namespace {

/// Effective Earth radius, k = 4/3.
constexpr double kEffectiveEarthRadiusM = 6371000.0 * 4.0 / 3.0;

/// Finds ridge cells at the scale of a few hundred metres.
class Ridges {
 public:
  Ridges(const gis::Terrain& terrain, double spacing_m)
      : terrain_(terrain),
        grid_(terrain.grid()),
        block_(std::max(1, static_cast<int>(std::lround(spacing_m / grid_.cell_size_m)))) {}

  /// The highest cell of each block, where it stands on a ridge.
  std::vector<VantagePoint> points() const {
    std::vector<VantagePoint> result;
    for (int row = 0; row < grid_.rows; row += block_) {
      for (int column = 0; column < grid_.columns; column += block_)
        add_block(column, row, result);
    }
    return result;
  }

 private:
  const gis::Terrain& terrain_;
  const gis::Grid& grid_;
  int block_;

  double ground_m(int column, int row) const {
    return grid_.has_cell(column, row) ? terrain_.ground_m()[grid_.index(column, row)] : NAN;
  }

  /// Whether the cell is higher than the ground on both sides of it in at least one direction: a peak, a ridge or a
  /// spur, not a slope.
  bool is_ridge(int column, int row) const {
    constexpr int kAxes[][2] = {{1, 0}, {0, 1}, {1, 1}, {1, -1}};
    const double here_m = ground_m(column, row);
    return std::ranges::any_of(kAxes, [&](const auto& axis) {
      const int dx = axis[0] * block_, dy = axis[1] * block_;
      return here_m > ground_m(column + dx, row + dy) && here_m > ground_m(column - dx, row - dy);
    });
  }

  void add_block(int first_column, int first_row, std::vector<VantagePoint>& result) const {
    int best_column = -1, best_row = -1;
    double best_m = -1e9;
    for (int row = first_row; row < first_row + block_; ++row) {
      for (int column = first_column; column < first_column + block_; ++column) {
        if (!(ground_m(column, row) > best_m)) continue;
        best_m = ground_m(column, row);
        best_column = column;
        best_row = row;
      }
    }
    if (best_column >= 0 && is_ridge(best_column, best_row))
      result.push_back({.position = grid_.centre_of(best_column, best_row), .ground_m = best_m, .sees = {}});
  }
};

/// Whether the ray between two antennas, heights above sea level, is free of the ground.
bool sees(const gis::Terrain& terrain, gis::MapPoint from, double from_m, gis::MapPoint to, double to_m) {
  const double length_m = distance_m(from, to);
  const auto steps = static_cast<std::size_t>(std::ceil(length_m / terrain.grid().cell_size_m));
  const gis::ProfileStep line(from, to, steps);
  for (std::size_t i = 1; i < steps; ++i) {
    const double share = static_cast<double>(i) / static_cast<double>(steps);
    const double d_m = share * length_m;
    const double bulge_m = d_m * (length_m - d_m) / (2.0 * kEffectiveEarthRadiusM);
    if (terrain.sample(line.point(i)) + bulge_m > from_m + share * (to_m - from_m)) return false;
  }
  return true;
}

/// Number of targets that the point sees and that still need to be seen.
std::size_t gain_of(const VantagePoint& point, const std::vector<int>& missing) {
  return static_cast<std::size_t>(
      std::ranges::count_if(point.sees, [&missing](std::uint32_t target) { return missing[target] > 0; }));
}

}  // namespace

std::vector<VantagePoint> vantage_points(const gis::Terrain& terrain, std::span<const gis::MapPoint> targets,
                                         const VantageSettings& settings) {
  std::vector<double> target_m;
  for (const gis::MapPoint& target : targets)
    target_m.push_back(terrain.height_near(target).value_or(NAN) + settings.receiver_m);
  std::vector<VantagePoint> points = Ridges(terrain, settings.spacing_m).points();
  tbb::parallel_for(std::size_t{0}, points.size(), [&](std::size_t i) {
    VantagePoint& point = points[i];
    for (std::size_t k = 0; k < targets.size(); ++k) {
      if (distance_m(targets[k], point.position) > settings.range_m || std::isnan(target_m[k])) continue;
      // From the target outwards: whatever blocks a ray into a valley stands near the valley.
      if (sees(terrain, targets[k], target_m[k], point.position, point.ground_m + settings.antenna_m))
        point.sees.push_back(static_cast<std::uint32_t>(k));
    }
  });
  std::erase_if(points, [](const VantagePoint& point) { return point.sees.empty(); });
  return points;
}

std::vector<std::size_t> choose_vantage_points(std::span<const VantagePoint> points, std::size_t targets, int times) {
  using Entry = std::pair<std::size_t, std::size_t>;  // gain when last looked at, point counted from the end
  std::vector<int> missing(targets, times);
  std::priority_queue<Entry> queue;
  for (std::size_t i = 0; i < points.size(); ++i)
    queue.emplace(gain_of(points[i], missing), points.size() - i);
  std::vector<std::size_t> chosen;
  while (!queue.empty()) {
    const auto [old_gain, from_end] = queue.top();
    queue.pop();
    const std::size_t point = points.size() - from_end;
    const std::size_t gain = gain_of(points[point], missing);
    if (gain == 0) continue;
    if (gain < old_gain) {  // gains only fall: look at it again in its turn
      queue.emplace(gain, from_end);
      continue;
    }
    chosen.push_back(point);
    for (const std::uint32_t target : points[point].sees)
      missing[target] -= missing[target] > 0 ? 1 : 0;
  }
  return chosen;
}

}  // namespace phusong::planning

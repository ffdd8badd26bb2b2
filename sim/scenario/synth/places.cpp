#include "sim/scenario/synth/places.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "sim/scenario/synth/random.h"
#include "sim/scenario/synth/spaced_points.h"

namespace phusong::synth {
namespace {

constexpr std::uint64_t kHamletStream = 1;
constexpr double kHamletEdgeM = 600.0;  // so that a hamlet's houses stand on the terrain too
constexpr double kHouseM = 60.0;
constexpr double kLargestRiseM = 12.0;  // over kHouseM
constexpr double kLeastSpacingM = 100.0, kLargestSpacingM = 600.0;
constexpr int kTriesPerHamlet = 20000;

gis::MapPoint random_point(const gis::Grid& grid, Random& random) {
  const double x_m = random.uniform(grid.left_m + kHamletEdgeM, grid.right_m() - kHamletEdgeM);
  return {x_m, random.uniform(grid.bottom_m() + kHamletEdgeM, grid.top_m - kHamletEdgeM)};
}

bool is_level(const Relief& relief, gis::MapPoint point, double height_m) {
  return std::ranges::all_of(
      std::initializer_list<gis::MapPoint>{{kHouseM, 0}, {-kHouseM, 0}, {0, kHouseM}, {0, -kHouseM}},
      [&](gis::MapPoint step) {
        const double beside_m = relief.at({point.x_m + step.x_m, point.y_m + step.y_m}).height_m;
        return std::abs(beside_m - height_m) <= kLargestRiseM;
      });
}

bool is_settled(const Relief& relief, gis::MapPoint point, const Ground& ground, Random& random) {
  const double valley = ground.valley();
  return random.chance(valley * valley * valley * (1.0 - 0.6 * ground.from_main_valley)) &&
         is_level(relief, point, ground.height_m);
}

}  // namespace

std::vector<Place> hamlet_places(const Options& options, const Relief& relief, const gis::Grid& grid) {
  Random random(static_cast<std::uint64_t>(options.seed), kHamletStream);
  const double share_m = options.size_km * 1000.0 / std::sqrt(static_cast<double>(options.hamlets));
  SpacedPoints taken(std::clamp(0.25 * share_m, kLeastSpacingM, kLargestSpacingM));
  std::vector<Place> places;
  int misses = 0;
  while (places.size() < static_cast<std::size_t>(options.hamlets)) {
    if (++misses > kTriesPerHamlet) {
      throw std::invalid_argument(fmt::format("no room for {} hamlets in {} × {} km: {} found a place", options.hamlets,
                                              options.size_km, options.size_km, places.size()));
    }
    const gis::MapPoint point = random_point(grid, random);
    const Ground ground = relief.at(point);
    if (!is_settled(relief, point, ground, random) || !taken.add(point)) continue;
    places.push_back({.position = point, .remoteness = ground.from_main_valley});
    misses = 0;
  }
  return places;
}

}  // namespace phusong::synth

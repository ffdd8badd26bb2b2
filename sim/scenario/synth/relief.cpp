#include "sim/scenario/synth/relief.h"

#include <algorithm>
#include <cmath>

#include "sim/scenario/synth/random.h"

namespace phusong::synth {
namespace {

// Zero lines of these fields are the axes of the valleys.
constexpr double kMainValleyWavelengthM = 11000.0;
constexpr double kSideValleyWavelengthM = 4200.0;
constexpr double kTowerSpacingM = 700.0;

// A field's value between 0 and 1 for this place and purpose.
double cell_value(std::uint64_t seed, std::int64_t column, std::int64_t row, std::uint64_t purpose) {
  const auto key = mix(seed + purpose) ^ mix(static_cast<std::uint64_t>(column) ^ mix(static_cast<std::uint64_t>(row)));
  return static_cast<double>(mix(key) >> 11) * 0x1.0p-53;
}

}  // namespace

Relief::Relief(std::uint64_t seed)
    : bend_east_(mix(seed + 1), 7000.0, 3),
      bend_north_(mix(seed + 2), 7000.0, 3),
      main_valleys_(mix(seed + 3), kMainValleyWavelengthM, 3),
      side_valleys_(mix(seed + 4), kSideValleyWavelengthM, 3),
      crests_(mix(seed + 5), 2600.0, 5),
      roughness_(mix(seed + 6), 600.0, 4),
      highland_(mix(seed + 7), 16000.0),
      floor_(mix(seed + 8), 24000.0),
      karst_(mix(seed + 9), 6000.0),
      tower_seed_(mix(seed + 10)) {}

double Relief::floor_height_m(gis::MapPoint point) const {
  return 240.0 + 220.0 * floor_.at(point);
}

// Towers: one at most in each square of kTowerSpacingM, with nearly vertical sides and a round top.
double Relief::tower_height_m(gis::MapPoint point) const {
  const auto column = static_cast<std::int64_t>(std::floor(point.x_m / kTowerSpacingM));
  const auto row = static_cast<std::int64_t>(std::floor(point.y_m / kTowerSpacingM));
  double highest_m = 0.0;
  for (auto c = column - 1; c <= column + 1; ++c) {
    for (auto r = row - 1; r <= row + 1; ++r) {
      const double dx_m = point.x_m - (static_cast<double>(c) + cell_value(tower_seed_, c, r, 1)) * kTowerSpacingM;
      const double dy_m = point.y_m - (static_cast<double>(r) + cell_value(tower_seed_, c, r, 2)) * kTowerSpacingM;
      const double radius_m = 120.0 + 220.0 * cell_value(tower_seed_, c, r, 3);
      const double share = (dx_m * dx_m + dy_m * dy_m) / (radius_m * radius_m);
      const double top_m = 60.0 + 200.0 * cell_value(tower_seed_, c, r, 4);
      if (share < 1.0) highest_m = std::max(highest_m, top_m * (1.0 - share * share));
    }
  }
  return highest_m;
}

Ground Relief::at(gis::MapPoint point) const {
  const gis::MapPoint bent{point.x_m + 1800.0 * bend_east_.at(point), point.y_m + 1800.0 * bend_north_.at(point)};
  const double from_main_axis = std::abs(main_valleys_.at(bent));
  const double from_side_axis = std::abs(side_valleys_.at(bent));

  const double from_main_valley = smooth_step(0.025, 0.22, from_main_axis);
  const double from_side_valley = smooth_step(0.02, 0.28, from_side_axis);
  // The floors of side valleys hang above those of the main ones.
  const double mountain = from_main_valley * (0.30 + 0.70 * from_side_valley);
  const double mountain_m = mountain * (380.0 + 420.0 * highland_.at(point) + 700.0 * crests_.ridged_at(bent));
  const double towers = smooth_step(-0.1, 0.25, karst_.at(point)) * smooth_step(0.05, 0.2, mountain);
  const double rough_m = (3.0 + 60.0 * mountain) * roughness_.at(point);
  const double river_bed_m = 10.0 * (1.0 - smooth_step(0.0, 0.006, from_main_axis));

  const double height_m = floor_height_m(point) + mountain_m + towers * tower_height_m(point) + rough_m - river_bed_m;
  return {
      .height_m = std::max(height_m, 1.0), .from_main_valley = from_main_valley, .from_side_valley = from_side_valley};
}

std::vector<std::int16_t> heights_of(const Relief& relief, const gis::Grid& grid) {
  std::vector<std::int16_t> heights_m;
  heights_m.reserve(grid.cell_count());
  for (int row = 0; row < grid.rows; ++row) {
    for (int column = 0; column < grid.columns; ++column)
      heights_m.push_back(static_cast<std::int16_t>(std::lround(relief.at(grid.centre_of(column, row)).height_m)));
  }
  return heights_m;
}

}  // namespace phusong::synth

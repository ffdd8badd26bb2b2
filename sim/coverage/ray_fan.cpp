#include "sim/coverage/ray_fan.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace phusong::coverage {
namespace {

constexpr double kSectorRad = std::numbers::pi / 2.0;

/// Insertion sort: cells come almost in order.
void move_into_order(std::vector<FanCell>& cells) {
  for (auto at = cells.end() - 1; at != cells.begin() && (at - 1)->distance_m > at->distance_m; --at)
    std::swap(*at, *(at - 1));
}

}  // namespace

RayFan::RayFan(const gis::Grid& grid, gis::MapPoint mast, double range_m)
    : grid_(grid),
      mast_(mast),
      range_m_(range_m),
      mast_column_(grid.column_of_x(mast.x_m)),
      mast_row_(grid.row_of_y(mast.y_m)),
      rays_per_sector_(std::max(1, static_cast<int>(std::ceil(kSectorRad * range_m / grid.cell_size_m)))) {
  for (int i = 0; i <= rays_per_sector_; ++i)
    border_slopes_.push_back(std::tan(kSectorRad * (static_cast<double>(i) / rays_per_sector_ - 0.5)));
  // The outermost rays reach over the diagonals; sector_of() decides there.
  border_slopes_.front() = -1.001;
  border_slopes_.back() = 1.001;
}

gis::MapPoint RayFan::point_on(int ray, double distance_m) const {
  const int sector = ray / rays_per_sector_;
  const double position = (ray % rays_per_sector_ + 0.5) / rays_per_sector_ - 0.5;
  const double angle_rad = kSectorRad * (sector + position);  // from east, counter-clockwise
  return {mast_.x_m + distance_m * std::cos(angle_rad), mast_.y_m + distance_m * std::sin(angle_rad)};
}

int RayFan::sector_of(double east, double north) const {
  if (east > 0.0 && north >= -east && north < east) return 0;
  if (north > 0.0 && east > -north && east <= north) return 1;
  if (east < 0.0 && north > east && north <= -east) return 2;
  return north < 0.0 ? 3 : -1;  // -1: the mast's own place
}

void RayFan::append_line(int sector, int along, double from_slope, double to_slope, std::vector<FanCell>& cells) const {
  const Axes& axes = kSectors[sector];
  const double away = std::abs(along - (axes.along_columns ? mast_column_ : mast_row_));
  const double centre = axes.along_columns ? mast_row_ : mast_column_;
  // One expression for the border of two rays, so that rounding neither loses a cell nor gives it to both.
  const auto border = [&](double slope) { return centre + axes.across_sign * (slope * away); };
  const bool rises = axes.across_sign > 0.0;
  const int count = axes.along_columns ? grid_.rows : grid_.columns;
  const double low = border(rises ? from_slope : to_slope), high = border(rises ? to_slope : from_slope);
  const double start = std::clamp(low, 0.0, static_cast<double>(count));
  int first = static_cast<int>(start);  // rounded up: std::ceil is a call on the oldest x86-64
  if (first < start) ++first;
  for (int across = first; across < count && across < high; ++across) {
    FanCell cell{.column = axes.along_columns ? along : across, .row = axes.along_columns ? across : along};
    const double east = cell.column - mast_column_, north = mast_row_ - cell.row;
    cell.distance_m = std::sqrt(east * east + north * north) * grid_.cell_size_m;
    const bool on_diagonal = from_slope < -1.0 || to_slope > 1.0;
    if (cell.distance_m > range_m_ || (on_diagonal && sector_of(east, north) != sector)) continue;
    cells.push_back(cell);
    move_into_order(cells);
  }
}

void RayFan::cells_of(int ray, std::vector<FanCell>& cells) const {
  cells.clear();
  const int sector = ray / rays_per_sector_;
  const auto i = static_cast<std::size_t>(ray % rays_per_sector_);
  const Axes& axes = kSectors[sector];
  const double centre = axes.along_columns ? mast_column_ : mast_row_;
  const int count = axes.along_columns ? grid_.columns : grid_.rows;
  const double reach = range_m_ / grid_.cell_size_m;
  const bool outwards = axes.along_sign > 0.0;
  // Whole lines of cells strictly beyond the mast and within reach, clamped before the cast.
  const double nearest = outwards ? std::floor(centre) + 1.0 : std::ceil(centre) - 1.0;
  const double furthest = outwards ? std::floor(centre + reach) : std::ceil(centre - reach);
  const int from =
      static_cast<int>(outwards ? std::clamp(nearest, 0.0, count * 1.0) : std::clamp(nearest, -1.0, count - 1.0));
  const int to = static_cast<int>(std::clamp(furthest, -1.0, count * 1.0));
  const int step = outwards ? 1 : -1;
  for (int along = from; along >= 0 && along < count && (to - along) * step >= 0; along += step)
    append_line(sector, along, border_slopes_[i], border_slopes_[i + 1], cells);
}

}  // namespace phusong::coverage

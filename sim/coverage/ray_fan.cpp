#include "sim/coverage/ray_fan.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace phusong::coverage {
namespace {

constexpr double kSectorRad = std::numbers::pi / 2.0;

/// Insertion sort: cells come almost in order.
void append_in_order(const FanCell& cell, std::vector<FanCell>& cells) {
  cells.push_back(cell);
  for (auto at = cells.end() - 1; at != cells.begin() && (at - 1)->distance_m > at->distance_m; --at)
    std::swap(*at, *(at - 1));
}

/// The first whole number not below `position`, at least 0 and at most `count`. std::ceil is a call on the oldest
/// x86-64.
int first_from(double position, int count) {
  if (!(position > 0.0)) return 0;
  if (position >= count) return count;
  const int below = static_cast<int>(position);
  return below < position ? below + 1 : below;
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

template <bool kAlongColumns>
void RayFan::append_lines(int ray, const Lines& lines, std::vector<FanCell>& cells) const {
  const Axes& axes = kSectors[ray / rays_per_sector_];
  const auto i = static_cast<std::size_t>(ray % rays_per_sector_);
  const double from_slope = axes.across_sign * border_slopes_[i], to_slope = axes.across_sign * border_slopes_[i + 1];
  const double low_slope = std::min(from_slope, to_slope), high_slope = std::max(from_slope, to_slope);
  const double centre_along = kAlongColumns ? mast_column_ : mast_row_;
  const double centre_across = kAlongColumns ? mast_row_ : mast_column_;
  const int count = kAlongColumns ? grid_.rows : grid_.columns;
  for (int line = 0; line < lines.count; ++line) {
    const int along = lines.from + line * lines.step;
    const double ahead = along - centre_along, away = std::abs(ahead);
    // One expression for the border of two rays, so that rounding neither loses a cell nor gives it to both.
    const int first = first_from(centre_across + low_slope * away, count);
    const int end = first_from(centre_across + high_slope * away, count);
    for (int across = first; across < end; ++across) {
      const double aside = across - centre_across;
      const double distance_m = std::sqrt(ahead * ahead + aside * aside) * grid_.cell_size_m;
      if (distance_m > range_m_) continue;
      append_in_order(
          {.column = kAlongColumns ? along : across, .row = kAlongColumns ? across : along, .distance_m = distance_m},
          cells);
    }
  }
}

void RayFan::cells_of(int ray, std::vector<FanCell>& cells) const {
  cells.clear();
  const int sector = ray / rays_per_sector_;
  const int within = ray % rays_per_sector_;
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
  const Lines lines{.from = from,
                    .step = outwards ? 1 : -1,
                    .count = outwards ? std::min(to, count - 1) - from + 1 : from - std::max(to, 0) + 1};
  const bool on_diagonal = within == 0 || within == rays_per_sector_ - 1;
  if (axes.along_columns) {
    append_lines<true>(ray, lines, cells);
  } else {
    append_lines<false>(ray, lines, cells);
  }
  if (on_diagonal) {
    std::erase_if(cells, [&](const FanCell& cell) {
      return sector_of(cell.column - mast_column_, mast_row_ - cell.row) != sector;
    });
  }
}

}  // namespace phusong::coverage

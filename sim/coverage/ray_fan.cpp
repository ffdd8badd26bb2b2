#include "sim/coverage/ray_fan.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace phusong::coverage {
namespace {

constexpr double kSectorRad = std::numbers::pi / 2.0;

/// Lines of cells that are cut together.
constexpr int kLinesAtOnce = 32;
/// Cells of a line that are written whether they belong to the ray or not: it rarely has more.
constexpr std::size_t kCellsAtOnce = 2;

/// The first whole number not below `position`, at least 0 and at most `count`. std::ceil is a call on the oldest
/// x86-64.
int first_from(double position, double count) {
  const double above = position > 0.0 ? position : 0.0;
  const double inside = above < count ? above : count;
  const double below = static_cast<int>(inside);
  return static_cast<int>(below < inside ? below + 1.0 : below);
}

/// By insertion: the cells are almost in order.
void sort_outwards(std::vector<FanCell>& cells) {
  for (std::size_t i = 1; i < cells.size(); ++i)
    for (std::size_t at = i; at > 0 && cells[at - 1].distance_m > cells[at].distance_m; --at)
      std::swap(cells[at], cells[at - 1]);
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
  const double count = kAlongColumns ? grid_.rows : grid_.columns;
  const auto cell = [&](int along, int across) {
    const double ahead = along - centre_along, aside = across - centre_across;
    return FanCell{.column = kAlongColumns ? along : across,
                   .row = kAlongColumns ? across : along,
                   .distance_m = std::sqrt(ahead * ahead + aside * aside) * grid_.cell_size_m};
  };
  std::size_t size = cells.size();
  std::array<int, kLinesAtOnce> first, end;
  for (int line = 0; line < lines.count; line += kLinesAtOnce) {
    for (std::size_t k = 0; k < kLinesAtOnce; ++k) {
      const double away = std::abs(lines.from + (line + static_cast<int>(k)) * lines.step - centre_along);
      // One expression for the border of two rays, so that rounding neither loses a cell nor gives it to both.
      first[k] = first_from(centre_across + low_slope * away, count);
      end[k] = first_from(centre_across + high_slope * away, count);
    }
    const auto left = std::min<std::size_t>(kLinesAtOnce, static_cast<std::size_t>(lines.count - line));
    for (std::size_t k = 0; k < left; ++k) {
      // Whether a line has no cell, one or two cannot be foretold: two are written and those that count are counted.
      int across = first[k];
      do {
        if (cells.size() < size + kCellsAtOnce) cells.resize(2 * (size + kCellsAtOnce));
        for (std::size_t c = 0; c < kCellsAtOnce; ++c)
          cells[size + c] = cell(lines.from + (line + static_cast<int>(k)) * lines.step, across + static_cast<int>(c));
        size += std::min(kCellsAtOnce, static_cast<std::size_t>(end[k] - across));
        across += static_cast<int>(kCellsAtOnce);
      } while (across < end[k]);
    }
  }
  cells.resize(size);
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
  sort_outwards(cells);
  while (!cells.empty() && cells.back().distance_m > range_m_)
    cells.pop_back();
  if (on_diagonal) {
    std::erase_if(cells, [&](const FanCell& cell) {
      return sector_of(cell.column - mast_column_, mast_row_ - cell.row) != sector;
    });
  }
}

}  // namespace phusong::coverage

#include "sim/coverage/ray_fan.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "propagation/wide_code.h"

namespace phusong::coverage {
namespace {

constexpr double kSectorRad = std::numbers::pi / 2.0;

/// Lines of cells that are cut together.
constexpr std::size_t kLinesAtOnce = 32;
/// Cells of a line that are written whether they belong to the ray or not: it rarely has more.
constexpr int kCellsAtOnce = 2;

/// A ray's share of the lines across it.
struct Wedge {
  double centre_along, centre_across;  ///< the mast's place
  double low_slope, high_slope;        ///< of its borders
  int count;                           ///< of cells in a line
  double cell_size_m;

  double distance_m(double along, double across) const {
    const double ahead = along - centre_along, aside = across - centre_across;
    return std::sqrt(ahead * ahead + aside * aside) * cell_size_m;
  }
};

/// For each line: its first cell, the one after its last, and how far the first kCellsAtOnce are from the mast.
struct CutLines {
  std::array<int, kLinesAtOnce> first, end;
  std::array<std::array<double, kLinesAtOnce>, kCellsAtOnce> distance_m;
};

/// The first whole number not below `position`, at least 0 and at most `count`. std::ceil is a call on the oldest
/// x86-64.
PHUSONG_WIDE_BODY int first_from(double position, int count) {
  const double towards_zero = static_cast<int>(position);
  const int above = static_cast<int>(towards_zero + (towards_zero < position ? 1.0 : 0.0));
  return std::clamp(above, 0, count);
}

PHUSONG_WIDE_BODY void cut_lines_wide(const Wedge wedge, int from, int step, CutLines& lines) {
  for (std::size_t k = 0; k < kLinesAtOnce; ++k) {
    const double along = from + static_cast<int>(k) * step;
    const double away = std::abs(along - wedge.centre_along);
    // One expression for the border of two rays, so that rounding neither loses a cell nor gives it to both.
    lines.first[k] = first_from(wedge.centre_across + wedge.low_slope * away, wedge.count);
    lines.end[k] = first_from(wedge.centre_across + wedge.high_slope * away, wedge.count);
  }
  for (std::size_t k = 0; k < kLinesAtOnce; ++k) {
    const double along = from + static_cast<int>(k) * step;
    lines.distance_m[0][k] = wedge.distance_m(along, lines.first[k]);
    lines.distance_m[1][k] = wedge.distance_m(along, lines.first[k] + 1);
  }
}

void cut_lines(const Wedge& wedge, int from, int step, CutLines& lines) {
  cut_lines_wide(wedge, from, step, lines);
}

PHUSONG_AVX2 void cut_lines_by_avx2(const Wedge& wedge, int from, int step, CutLines& lines) {
  cut_lines_wide(wedge, from, step, lines);
}

/// By insertion: the cells are almost in order.
void sort_outwards(std::vector<FanCell>& cells) {
  for (std::size_t i = 1; i < cells.size(); ++i) {
    for (std::size_t at = i; at > 0 && cells[at - 1].distance_m > cells[at].distance_m; --at)
      std::swap(cells[at], cells[at - 1]);
  }
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
  const Wedge wedge{.centre_along = kAlongColumns ? mast_column_ : mast_row_,
                    .centre_across = kAlongColumns ? mast_row_ : mast_column_,
                    .low_slope = std::min(from_slope, to_slope),
                    .high_slope = std::max(from_slope, to_slope),
                    .count = kAlongColumns ? grid_.rows : grid_.columns,
                    .cell_size_m = grid_.cell_size_m};
  const auto cell = [](int along, int across, double distance_m) {
    return FanCell{
        .column = kAlongColumns ? along : across, .row = kAlongColumns ? across : along, .distance_m = distance_m};
  };
  const auto cut = propagation::wider(cut_lines, cut_lines_by_avx2);
  CutLines now;
  std::size_t size = cells.size();
  for (int line = 0; line < lines.count; ++line) {
    const std::size_t k = static_cast<std::size_t>(line) % kLinesAtOnce;
    const int along = lines.from + line * lines.step;
    if (k == 0) {
      cut(wedge, along, lines.step, now);
      cells.resize(size + kLinesAtOnce * kCellsAtOnce);
    }
    // Whether a line has no cell, one or two cannot be foretold: two are written and those that count are counted.
    for (int c = 0; c < kCellsAtOnce; ++c) {
      cells[size + static_cast<std::size_t>(c)] =
          cell(along, now.first[k] + c, now.distance_m[static_cast<std::size_t>(c)][k]);
    }
    size += static_cast<std::size_t>(std::min(kCellsAtOnce, now.end[k] - now.first[k]));
    for (int across = now.first[k] + kCellsAtOnce; across < now.end[k]; ++across) {
      cells.insert(cells.begin() + static_cast<std::ptrdiff_t>(size),
                   cell(along, across, wedge.distance_m(along, across)));
      ++size;
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

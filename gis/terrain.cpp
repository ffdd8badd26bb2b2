#include "gis/terrain.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace phusong::gis {
namespace {

constexpr double kUnknownM = std::numeric_limits<double>::quiet_NaN();
/// Positions this near a cell centre are at it: nanometres on the ground, a hundred times the rounding of a northing.
constexpr double kSnapCells = 1e-9;

double snapped(double position) {
  const double nearest = std::round(position);
  return std::abs(position - nearest) < kSnapCells ? nearest : position;
}

}  // namespace

Terrain::Terrain(Grid grid, std::vector<float> ground_m, std::vector<float> clutter_m, std::vector<std::uint8_t> zone,
                 std::vector<std::int32_t> clutter_class)
    : grid_(grid),
      ground_m_(std::move(ground_m)),
      clutter_m_(std::move(clutter_m)),
      zone_(std::move(zone)),
      clutter_class_(std::move(clutter_class)),
      cells_per_m_(1.0 / grid.cell_size_m) {
  if (grid.columns < 1 || grid.rows < 1 || !(grid.cell_size_m > 0.0))
    throw std::invalid_argument("a terrain needs at least one cell");
  if (ground_m_.size() != grid.cell_count() || (has_clutter() && clutter_m_.size() != grid.cell_count()) ||
      (has_zones() && zone_.size() != grid.cell_count()) ||
      (!clutter_class_.empty() && clutter_class_.size() != grid.cell_count()))
    throw std::invalid_argument("a terrain needs a value for each cell");
}

std::optional<double> Terrain::height_at(MapPoint point) const {
  const double height_m = sample(point);
  if (std::isnan(height_m)) return std::nullopt;
  return height_m;
}

double Terrain::sample_at_border(double column, double row) const {
  const double snapped_column = snapped(column);
  const double snapped_row = snapped(row);
  const bool inside = snapped_column >= 0.0 && snapped_row >= 0.0 && snapped_column <= grid_.columns - 1 &&
                      snapped_row <= grid_.rows - 1;
  if (!inside) return kUnknownM;
  const int left = static_cast<int>(snapped_column);
  const int top = static_cast<int>(snapped_row);
  const double right_weight = snapped_column - left;
  const double bottom_weight = snapped_row - top;
  double height_m = 0.0;
  for (int down = 0; down <= 1; ++down) {
    for (int along = 0; along <= 1; ++along) {
      const double weight = (along ? right_weight : 1.0 - right_weight) * (down ? bottom_weight : 1.0 - bottom_weight);
      if (weight > 0.0) height_m += weight * double{ground_m_[grid_.index(left + along, top + down)]};
    }
  }
  return height_m;
}

void Terrain::heights_along(MapPoint from, MapPoint to, std::span<double> heights_m) const {
  if (heights_m.empty()) return;
  const std::size_t last = heights_m.size() - 1;
  const ProfileStep step(from, to, last);
  for (std::size_t i = 0; i < last; ++i)
    heights_m[i] = sample(step.point(i));
  heights_m[last] = sample(last == 0 ? from : to);
}

std::optional<double> Terrain::height_near(MapPoint point, double max_cells) const {
  if (const std::optional<double> height_m = height_at(point)) return height_m;
  const double column = grid_.column_of_x(point.x_m);
  const double row = grid_.row_of_y(point.y_m);
  // Clamped before the cast: a point may be anywhere, or NaN.
  const auto first = [&](double centre) {
    return static_cast<int>(std::ceil(std::clamp(centre - max_cells, 0.0, 1e9)));
  };
  const auto last = [&](double centre, int count) {
    return static_cast<int>(std::floor(std::clamp(centre + max_cells, -1.0, count - 1.0)));
  };
  if (!std::isfinite(column) || !std::isfinite(row)) return std::nullopt;

  double nearest = max_cells * max_cells;
  std::optional<double> height_m;
  for (int r = first(row); r <= last(row, grid_.rows); ++r) {
    for (int c = first(column); c <= last(column, grid_.columns); ++c) {
      const double squared = (c - column) * (c - column) + (r - row) * (r - row);
      const float ground_m = ground_m_[grid_.index(c, r)];
      if (std::isnan(ground_m) || squared > nearest || (height_m && squared == nearest)) continue;
      nearest = squared;
      height_m = ground_m;
    }
  }
  return height_m;
}

std::size_t Terrain::cell_holding(MapPoint point) const {
  const double column = std::floor((point.x_m - grid_.left_m) * cells_per_m_);
  const double row = std::floor((grid_.top_m - point.y_m) * cells_per_m_);
  const bool inside = column >= 0.0 && row >= 0.0 && column < grid_.columns && row < grid_.rows;
  return inside ? grid_.index(static_cast<int>(column), static_cast<int>(row)) : grid_.cell_count();
}

double Terrain::clutter_at(MapPoint point) const {
  const std::size_t cell = cell_holding(point);
  return cell < clutter_m_.size() ? double{clutter_m_[cell]} : kUnknownM;
}

std::optional<int> Terrain::clutter_class_at(MapPoint point) const {
  const std::size_t cell = cell_holding(point);
  if (cell >= clutter_class_.size() || clutter_class_[cell] == kNoClass) return std::nullopt;
  return clutter_class_[cell];
}

std::uint8_t Terrain::zone_at(MapPoint point) const {
  const std::size_t cell = cell_holding(point);
  return cell < zone_.size() ? zone_[cell] : std::uint8_t{0};
}

std::size_t Terrain::void_count() const {
  return static_cast<std::size_t>(
      std::count_if(ground_m_.begin(), ground_m_.end(), [](float height_m) { return std::isnan(height_m); }));
}

}  // namespace phusong::gis

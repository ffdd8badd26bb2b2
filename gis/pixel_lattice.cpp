#include "gis/pixel_lattice.h"

#include "gis/raster_source.h"

namespace phusong::gis {
namespace {

/// Positions this near to a whole pixel are on it.
constexpr double kTolerancePixels = 0.01;

bool is_on_pixel(double pixels) {
  return std::abs(pixels - std::round(pixels)) < kTolerancePixels;
}

/// The first pixel whose centre lies at a position or after it.
int pixel_from(double position) {
  return static_cast<int>(std::ceil(position - 0.5 - kTolerancePixels));
}

}  // namespace

PixelOffset offset_between(const RasterFrame& tile, const RasterFrame& whole) {
  return {(tile.geotransform[0] - whole.geotransform[0]) / whole.geotransform[1],
          (tile.geotransform[3] - whole.geotransform[3]) / whole.geotransform[5]};
}

bool shares_lattice(const RasterFrame& one, const RasterFrame& other) {
  constexpr double kRelativeSize = 1e-6;
  if (!one.is_north_up() || !other.is_north_up() || !is_same_crs(one.crs, other.crs)) return false;
  for (const std::size_t size : {1u, 5u})
    if (std::abs(other.geotransform[size] / one.geotransform[size] - 1.0) > kRelativeSize) return false;
  const PixelOffset offset = offset_between(other, one);
  return is_on_pixel(offset.columns) && is_on_pixel(offset.rows);
}

GridWindow window_of(const RasterFrame& frame, const LonLatBox& box) {
  const auto column = [&frame](double lon_deg) { return (lon_deg - frame.geotransform[0]) / frame.geotransform[1]; };
  const auto row = [&frame](double lat_deg) { return (lat_deg - frame.geotransform[3]) / frame.geotransform[5]; };
  GridWindow window{.first_column = pixel_from(column(box.west_deg)), .first_row = pixel_from(row(box.north_deg))};
  window.columns = pixel_from(column(box.east_deg)) - window.first_column;
  window.rows = pixel_from(row(box.south_deg)) - window.first_row;
  return window;
}

}  // namespace phusong::gis

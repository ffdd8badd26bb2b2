#include "gis/population_raster.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdint>
#include <numbers>
#include <stdexcept>

#include "gis/band_row.h"
#include "gis/crs.h"
#include "gis/problem.h"
#include "gis/raster_source.h"

namespace phusong::gis {
namespace {

constexpr std::size_t kMostPeopledPixels = 20'000'000;

void read_people(const RasterSource& source, PopulationRaster& raster) {
  std::vector<std::uint8_t> mask;
  for (int row = 0; row < raster.frame.rows; ++row) {
    float* const people = raster.people.data() + raster.index(0, row);
    read_band_row(*source.dataset, source.file, {.row = row, .columns = raster.frame.columns}, people, mask);
    for (int column = 0; column < raster.frame.columns; ++column) {
      const bool is_void = std::isnan(people[column]);
      if (is_void) people[column] = 0.0F;
      raster.void_pixels += is_void;
      if (people[column] < 0.0F || std::isinf(people[column])) {
        fail(raster.file, fmt::format("column {}, row {}: {} people on a pixel (allowed: 0 and more, or no data)",
                                      column, row, people[column]));
      }
    }
  }
}

/// On a sphere, as far as a pixel reaches.
double metres_between(LonLat a, LonLat b) {
  constexpr double kMetresPerDegree = 111194.93;
  const double middle_rad = (a.lat_deg + b.lat_deg) / 2.0 * std::numbers::pi / 180.0;
  return kMetresPerDegree * std::hypot((a.lon_deg - b.lon_deg) * std::cos(middle_rad), a.lat_deg - b.lat_deg);
}

void place(PopulationRaster& raster) {
  const Transform to_wgs84(raster.frame.crs, "EPSG:4326");
  const auto lon_lat = [&](double column, double row) {
    const MapPoint degrees = to_wgs84.forward(raster.frame.point_of(column, row));
    return LonLat{degrees.x_m, degrees.y_m};
  };
  for (int row = 0; row < raster.frame.rows; ++row) {
    for (int column = 0; column < raster.frame.columns; ++column)
      raster.centres.push_back(lon_lat(column + 0.5, row + 0.5));
  }
  const double column = raster.frame.columns / 2.0, row = raster.frame.rows / 2.0;
  raster.pixel_width_m = metres_between(lon_lat(column - 0.5, row), lon_lat(column + 0.5, row));
  raster.pixel_height_m = metres_between(lon_lat(column, row - 0.5), lon_lat(column, row + 0.5));
}

}  // namespace

PopulationRaster read_population(const std::filesystem::path& path) {
  const RasterSource source = opened_raster(path);
  PopulationRaster raster{.file = source.file, .frame = source.frame};
  if (raster.frame.pixel_count() > kMostPeopledPixels) {
    fail(raster.file, fmt::format("has {} pixels; cut the province out of it (allowed: at most {})",
                                  raster.frame.pixel_count(), kMostPeopledPixels));
  }
  raster.people.resize(raster.frame.pixel_count());
  read_people(source, raster);
  try {
    place(raster);
  } catch (const std::invalid_argument& error) {
    fail(raster.file, error.what());
  }
  return raster;
}

}  // namespace phusong::gis

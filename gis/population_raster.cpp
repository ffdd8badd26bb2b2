#include "gis/population_raster.h"

#include <fmt/format.h>
#include <gdal_priv.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>
#include <stdexcept>

#include "gis/band_row.h"
#include "gis/crs.h"
#include "gis/picture_bands.h"
#include "gis/problem.h"
#include "gis/raster_source.h"

namespace phusong::gis {
namespace {

constexpr std::size_t kMostPeopledPixels = 20'000'000;

/// On a sphere, as far as a pixel reaches.
double metres_between(LonLat a, LonLat b) {
  constexpr double kMetresPerDegree = 111194.93;
  const double middle_rad = (a.lat_deg + b.lat_deg) / 2.0 * std::numbers::pi / 180.0;
  return kMetresPerDegree * std::hypot((a.lon_deg - b.lon_deg) * std::cos(middle_rad), a.lat_deg - b.lat_deg);
}

/// The places and sizes of a raster's pixels.
class PixelPlaces {
 public:
  explicit PixelPlaces(const RasterFrame& frame) : frame_(frame), to_wgs84_(frame.crs, "EPSG:4326") {}

  LonLat lon_lat(double column, double row) const {
    const MapPoint degrees = to_wgs84_.forward(frame_.point_of(column, row));
    return {degrees.x_m, degrees.y_m};
  }
  double width_m(double row) const {
    return metres_between(lon_lat(middle() - 0.5, row), lon_lat(middle() + 0.5, row));
  }
  double height_m(double row) const {
    return metres_between(lon_lat(middle(), row - 0.5), lon_lat(middle(), row + 0.5));
  }
  /// Of a pixel in the middle of a row.
  double area_m2(int row) const { return width_m(row + 0.5) * height_m(row + 0.5); }

 private:
  double middle() const { return frame_.columns / 2.0; }

  const RasterFrame& frame_;
  Transform to_wgs84_;
};

/// What a number on a pixel is multiplied with, and the greatest that it may be.
struct PixelFactor {
  double people_each = 1.0;
  double most = std::numeric_limits<double>::infinity();
};

PixelFactor factor_of(const PeopleRule& rule, double area_m2) {
  constexpr double kM2PerKm2 = 1e6, kRounding = 1.01;
  switch (rule.measure) {
    case PixelMeasure::kPerKm2:
      return {.people_each = rule.people_each * area_m2 / kM2PerKm2};
    case PixelMeasure::kShare:
      return {.people_each = rule.people_each * area_m2, .most = 1.0};
    case PixelMeasure::kPercent:
      return {.people_each = rule.people_each * area_m2 / 100.0, .most = 100.0};
    case PixelMeasure::kM2:
      return {.people_each = rule.people_each, .most = kRounding * area_m2};
    case PixelMeasure::kCount:
      break;
  }
  return {.people_each = rule.people_each};
}

/// Turns the numbers of rows into people.
class PeopleReader {
 public:
  PeopleReader(const RasterSource& source, PopulationRaster& raster)
      : source_(source),
        raster_(raster),
        scale_(source.dataset->GetRasterBand(1)->GetScale()),
        offset_(source.dataset->GetRasterBand(1)->GetOffset()) {}

  void read(int row, const PixelFactor& factor) {
    float* const people = raster_.people.data() + raster_.index(0, row);
    const int columns = raster_.frame.columns;
    read_band_row(*source_.dataset, source_.file, {.row = row, .columns = columns}, people, mask_);
    for (int column = 0; column < columns; ++column) {
      const double value = scale_ * people[column] + offset_;
      const bool is_void = std::isnan(value);
      raster_.void_pixels += is_void;
      if (!is_void && (value < 0.0 || std::isinf(value) || value > factor.most))
        refuse(column, row, value, factor.most);
      people[column] = is_void ? 0.0F : static_cast<float>(value * factor.people_each);
    }
  }

 private:
  [[noreturn]] void refuse(int column, int row, double value, double most) const {
    const std::string range = std::isinf(most) ? "0 and more" : fmt::format("0 … {:.6g}", most);
    fail(raster_.file,
         fmt::format("column {}, row {}: {:g} on a pixel (allowed: {}, or no data)", column, row, value, range));
  }

  const RasterSource& source_;
  PopulationRaster& raster_;
  double scale_, offset_;
  std::vector<std::uint8_t> mask_;
};

}  // namespace

PopulationRaster empty_population(const std::string& file, const RasterFrame& frame) {
  if (frame.pixel_count() > kMostPeopledPixels) {
    fail(file, fmt::format("{} pixels; cut the province out, or take larger pixels (allowed: at most {})",
                           frame.pixel_count(), kMostPeopledPixels));
  }
  PopulationRaster raster{.file = file, .frame = frame};
  raster.people.resize(frame.pixel_count());
  try {
    const PixelPlaces places(raster.frame);
    for (int row = 0; row < frame.rows; ++row) {
      for (int column = 0; column < frame.columns; ++column)
        raster.centres.push_back(places.lon_lat(column + 0.5, row + 0.5));
    }
    raster.pixel_width_m = places.width_m(frame.rows / 2.0);
    raster.pixel_height_m = places.height_m(frame.rows / 2.0);
  } catch (const std::invalid_argument& error) {
    fail(raster.file, error.what());
  }
  return raster;
}

PopulationRaster read_population(const std::filesystem::path& path, const PeopleRule& rule) {
  const RasterSource source = opened_raster(path);
  if (const std::string reason = picture_reason(*source.dataset); !reason.empty())
    fail(source.file, reason + " (allowed: one band of numbers, beside it at most an alpha band)");
  PopulationRaster raster = empty_population(source.file, source.frame);
  const PixelPlaces places(raster.frame);
  PeopleReader reader(source, raster);
  for (int row = 0; row < raster.frame.rows; ++row)
    reader.read(row, factor_of(rule, places.area_m2(row)));
  return raster;
}

}  // namespace phusong::gis

#include "gis/web_placement.h"

#include <gdal_alg.h>
#include <gdal_priv.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <numbers>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

#include "gis/crs.h"
#include "gis/gdal_support.h"
#include "gis/raster_source.h"

namespace phusong::gis {
namespace {

constexpr const char* kWebMercator = "EPSG:3857";

/// GDAL's own limit for the error of interpolated positions, in pixels.
constexpr double kPositionError = 0.125;

using TransformerPtr = std::unique_ptr<void, decltype(&GDALDestroyTransformer)>;

TransformerPtr checked(void* transformer, const GdalMessages& messages) {
  if (transformer == nullptr) throw std::runtime_error(messages.text());
  return {transformer, GDALDestroyTransformer};
}

/// A raster of a frame without a band, which says where its pixels lie.
DatasetPtr empty_raster(const RasterFrame& frame) {
  const GdalMessages messages;
  GDALDriver* const driver = GetGDALDriverManager()->GetDriverByName("MEM");
  DatasetPtr raster(driver->Create("", frame.columns, frame.rows, 0, GDT_Byte, nullptr));
  if (raster == nullptr) throw std::runtime_error(messages.text());
  std::array<double, 6> geotransform = frame.geotransform;
  raster->SetGeoTransform(geotransform.data());
  return raster;
}

/// From pixels of the source to positions on the web map. The coordinate operation is pinned, as everything else that
/// is drawn on the ground has it.
TransformerPtr to_web_map(GDALDataset& raster, const std::string& crs) {
  std::vector<std::string> options{"SRC_SRS=" + crs, std::string("DST_SRS=") + kWebMercator};
  if (!is_same_crs(crs, kWebMercator))
    options.push_back("COORDINATE_OPERATION=" + Transform(crs, kWebMercator).pipeline());
  std::vector<char*> pointers;
  for (std::string& option : options)
    pointers.push_back(option.data());
  pointers.push_back(nullptr);
  const GdalMessages messages;
  return checked(GDALCreateGenImgProjTransformer2(GDALDataset::ToHandle(&raster), nullptr, pointers.data()), messages);
}

/// Fewer and larger pixels over the same ground, `max_pixels` along the side that is longer in the source.
RasterFrame reduced(const RasterFrame& frame, const RasterFrame& source, int max_pixels) {
  const bool is_wide = source.columns >= source.rows;
  const double pixel_m = frame.geotransform[1], width_m = frame.columns * pixel_m, height_m = frame.rows * pixel_m;
  const double larger_m = (is_wide ? width_m : height_m) / max_pixels;
  const auto pixels_of = [=](double length_m) {
    return std::max(1, static_cast<int>(std::floor(length_m / larger_m + 0.5)));
  };
  RasterFrame result = frame;
  result.columns = is_wide ? max_pixels : pixels_of(width_m);
  result.rows = is_wide ? pixels_of(height_m) : max_pixels;
  result.geotransform[1] = larger_m;
  result.geotransform[5] = -larger_m;
  return result;
}

/// The frame that GDAL suggests on the web map, with square pixels.
RasterFrame web_frame(const RasterFrame& source, GDALDataset& raster, void* transformer, int max_pixels) {
  const GdalMessages messages;
  RasterFrame frame{.columns = 0, .rows = 0, .crs = kWebMercator};
  std::array<double, 4> extent{};
  if (GDALSuggestedWarpOutput2(GDALDataset::ToHandle(&raster), GDALGenImgProjTransform, transformer,
                               frame.geotransform.data(), &frame.columns, &frame.rows, extent.data(), 0) != CE_None)
    throw std::runtime_error(messages.text());
  return std::max(source.columns, source.rows) > max_pixels ? reduced(frame, source, max_pixels) : frame;
}

/// Of the Mercator projection of a sphere, which EPSG:3857 is.
LonLatBounds bounds_of(const RasterFrame& frame) {
  constexpr double kRadiusM = 6378137.0;
  const auto degrees = [](double angle_rad) { return angle_rad * 180.0 / std::numbers::pi; };
  const auto latitude_deg = [&](double northing_m) { return degrees(std::atan(std::sinh(northing_m / kRadiusM))); };
  const MapPoint north_west = frame.point_of(0, 0), south_east = frame.point_of(frame.columns, frame.rows);
  return {.west_deg = degrees(north_west.x_m / kRadiusM),
          .south_deg = latitude_deg(south_east.y_m),
          .east_deg = degrees(south_east.x_m / kRadiusM),
          .north_deg = latitude_deg(north_west.y_m)};
}

std::int64_t pixel_at(const RasterFrame& frame, double column, double row) {
  constexpr double kOnAnEdge = 1e-10;  // as GDAL's warper rounds
  const double whole_column = std::floor(column + kOnAnEdge), whole_row = std::floor(row + kOnAnEdge);
  const bool is_inside =
      whole_column >= 0.0 && whole_row >= 0.0 && whole_column < frame.columns && whole_row < frame.rows;
  if (!is_inside) return WebPlacement::kNowhere;
  return static_cast<std::int64_t>(whole_row) * frame.columns + static_cast<std::int64_t>(whole_column);
}

}  // namespace

WebPlacement web_placement(const RasterFrame& source, int max_pixels) {
  register_gdal();
  const DatasetPtr raster = empty_raster(source);
  const TransformerPtr exact = to_web_map(*raster, source.crs);
  const RasterFrame frame = web_frame(source, *raster, exact.get(), max_pixels);
  WebPlacement placement{.columns = frame.columns, .rows = frame.rows, .bounds = bounds_of(frame), .source_pixels = {}};
  placement.source_pixels.reserve(frame.pixel_count());

  const GdalMessages messages;
  GDALSetGenImgProjTransformerDstGeoTransform(exact.get(), frame.geotransform.data());
  const TransformerPtr interpolated =
      checked(GDALCreateApproxTransformer(GDALGenImgProjTransform, exact.get(), kPositionError), messages);
  const auto width = static_cast<std::size_t>(frame.columns);
  std::vector<double> x(width), y(width), z(width);
  std::vector<int> is_good(width);
  for (int row = 0; row < frame.rows; ++row) {
    std::iota(x.begin(), x.end(), 0.5);
    std::ranges::fill(y, row + 0.5);
    std::ranges::fill(z, 0.0);
    GDALApproxTransform(interpolated.get(), true, frame.columns, x.data(), y.data(), z.data(), is_good.data());
    for (std::size_t i = 0; i < width; ++i)
      placement.source_pixels.push_back(is_good[i] != 0 ? pixel_at(source, x[i], y[i]) : WebPlacement::kNowhere);
  }
  return placement;
}

}  // namespace phusong::gis

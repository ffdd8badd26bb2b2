#include "gis/web_map.h"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <gdal_utils.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <memory>
#include <numbers>
#include <optional>
#include <stdexcept>
#include <string>

#include "gis/crs.h"
#include "gis/problem.h"
#include "gis/raster_source.h"

namespace phusong::gis {
namespace {

constexpr const char* kWebMercator = "EPSG:3857";
using WebArguments = std::vector<std::string>;

std::vector<char*> argument_pointers(const WebArguments& arguments) {
  std::vector<char*> pointers;
  for (const std::string& argument : arguments)
    pointers.push_back(const_cast<char*>(argument.c_str()));
  pointers.push_back(nullptr);
  return pointers;
}

/// gdalwarp into a new dataset. Throws std::runtime_error.
DatasetPtr warped(GDALDataset& source, const WebArguments& arguments) {
  const GdalMessages messages;
  std::vector<char*> pointers = argument_pointers(arguments);
  const std::unique_ptr<GDALWarpAppOptions, decltype(&GDALWarpAppOptionsFree)> options(
      GDALWarpAppOptionsNew(pointers.data(), nullptr), GDALWarpAppOptionsFree);
  GDALDatasetH handle = GDALDataset::ToHandle(&source);
  DatasetPtr result(options == nullptr
                        ? nullptr
                        : GDALDataset::FromHandle(GDALWarp("", nullptr, 1, &handle, options.get(), nullptr)));
  if (result == nullptr || messages.any_failure()) throw std::runtime_error(messages.text());
  return result;
}

/// gdaldem hillshade into a new dataset. Throws std::runtime_error.
DatasetPtr shaded(GDALDataset& heights, const WebArguments& arguments) {
  const GdalMessages messages;
  std::vector<char*> pointers = argument_pointers(arguments);
  const std::unique_ptr<GDALDEMProcessingOptions, decltype(&GDALDEMProcessingOptionsFree)> options(
      GDALDEMProcessingOptionsNew(pointers.data(), nullptr), GDALDEMProcessingOptionsFree);
  DatasetPtr result(options == nullptr
                        ? nullptr
                        : GDALDataset::FromHandle(GDALDEMProcessing("", GDALDataset::ToHandle(&heights), "hillshade",
                                                                    nullptr, options.get(), nullptr)));
  if (result == nullptr || messages.any_failure()) throw std::runtime_error(messages.text());
  return result;
}

/// The options of a warp that pins the coordinate operation, as everything else that is drawn on the ground has it.
WebArguments crs_arguments(const RasterSource& source) {
  WebArguments arguments{"-s_srs", source.frame.crs, "-t_srs", kWebMercator};
  if (!is_same_crs(source.frame.crs, kWebMercator))
    arguments.insert(arguments.end(), {"-ct", Transform(source.frame.crs, kWebMercator).pipeline()});
  return arguments;
}

/// The raster in memory in EPSG:3857, NaN where it says nothing.
DatasetPtr warped_to_web_map(const RasterSource& source, int max_pixels, const char* resampling) {
  WebArguments arguments = crs_arguments(source);
  arguments.insert(arguments.end(), {"-of", "MEM", "-ot", "Float32", "-dstnodata", "nan", "-r", resampling});
  const int columns = source.frame.columns, rows = source.frame.rows;
  if (std::max(columns, rows) > max_pixels) {
    const std::string most = fmt::format("{}", max_pixels), in_proportion = "0";
    const bool is_wide = columns >= rows;
    arguments.insert(arguments.end(), {"-ts", is_wide ? most : in_proportion, is_wide ? in_proportion : most});
  }
  return warped(*source.dataset, arguments);
}

/// Of the Mercator projection of a sphere, which EPSG:3857 is.
double latitude_deg(double northing_m) {
  constexpr double kRadiusM = 6378137.0;
  return std::atan(std::sinh(northing_m / kRadiusM)) * 180.0 / std::numbers::pi;
}
double longitude_deg(double easting_m) {
  constexpr double kRadiusM = 6378137.0;
  return easting_m / kRadiusM * 180.0 / std::numbers::pi;
}

WebRaster raster_of(GDALDataset& dataset) {
  WebRaster raster{.columns = dataset.GetRasterXSize(), .rows = dataset.GetRasterYSize(), .bounds = {}, .values = {}};
  RasterFrame frame{.columns = raster.columns, .rows = raster.rows, .crs = kWebMercator};
  dataset.GetGeoTransform(frame.geotransform.data());
  const MapPoint north_west = frame.point_of(0, 0), south_east = frame.point_of(raster.columns, raster.rows);
  raster.bounds = {.west_deg = longitude_deg(north_west.x_m),
                   .south_deg = latitude_deg(south_east.y_m),
                   .east_deg = longitude_deg(south_east.x_m),
                   .north_deg = latitude_deg(north_west.y_m)};
  raster.values.resize(frame.pixel_count());
  const GdalMessages messages;
  if (dataset.GetRasterBand(1)->RasterIO(GF_Read, 0, 0, raster.columns, raster.rows, raster.values.data(),
                                         raster.columns, raster.rows, GDT_Float32, 0, 0, nullptr) != CE_None)
    throw std::runtime_error(messages.text());
  return raster;
}

/// What `make` makes of a raster file. Throws InputError where it cannot.
WebRaster from_file(const std::filesystem::path& path, const std::function<WebRaster(const RasterSource&)>& make) {
  const RasterSource source = opened_raster(path);
  try {
    return make(source);
  } catch (const std::invalid_argument& error) {
    fail(path.string(), fmt::format("cannot be put on a web map: {}", error.what()));
  } catch (const std::runtime_error& error) {
    fail(path.string(), fmt::format("cannot be put on a web map: {}", error.what()));
  }
}

}  // namespace

WebRaster read_on_web_map(const std::filesystem::path& path, int max_pixels) {
  return from_file(
      path, [=](const RasterSource& source) { return raster_of(*warped_to_web_map(source, max_pixels, "near")); });
}

WebRaster hillshade_on_web_map(const std::filesystem::path& path, int max_pixels) {
  return from_file(path, [=](const RasterSource& source) {
    const DatasetPtr heights = warped_to_web_map(source, max_pixels, "bilinear");
    const WebRaster flat = raster_of(*heights);
    // A metre on the map is less than one on the ground; heights are stretched alike.
    const double middle_deg = (flat.bounds.south_deg + flat.bounds.north_deg) / 2.0;
    const double stretch = 1.0 / std::cos(middle_deg * std::numbers::pi / 180.0);
    WebRaster shades = raster_of(
        *shaded(*heights, {"-of", "MEM", "-alg", "Horn", "-compute_edges", "-z", fmt::format("{}", stretch)}));
    constexpr float kNone = 0.0F;
    std::ranges::replace(shades.values, kNone, std::numeric_limits<float>::quiet_NaN());
    return shades;
  });
}

}  // namespace phusong::gis

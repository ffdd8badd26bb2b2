#include "gis/web_map.h"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <gdal_utils.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <span>
#include <stdexcept>
#include <string>

#include "gis/memory_raster.h"
#include "gis/problem.h"
#include "gis/raster_source.h"

namespace phusong::gis {
namespace {

constexpr float kUnknown = std::numeric_limits<float>::quiet_NaN();

/// A raster, or an overview of it, as numbers.
struct FramedValues {
  RasterFrame frame;
  std::vector<float> values;  ///< NaN where it has none
};

/// The smallest of a band and its overviews that has `pixels` along its longer side; the band where none has.
GDALRasterBand& band_with(GDALRasterBand& whole, int pixels) {
  const auto longer_side = [](GDALRasterBand& band) { return std::max(band.GetXSize(), band.GetYSize()); };
  GDALRasterBand* smallest = &whole;
  for (int i = 0; i < whole.GetOverviewCount(); ++i) {
    GDALRasterBand& overview = *whole.GetOverview(i);
    if (longer_side(overview) >= pixels && longer_side(overview) < longer_side(*smallest)) smallest = &overview;
  }
  return *smallest;
}

/// The frame of an overview, which covers the ground of the whole.
RasterFrame frame_of_overview(const RasterFrame& whole, GDALRasterBand& overview) {
  RasterFrame frame = whole;
  frame.columns = overview.GetXSize();
  frame.rows = overview.GetYSize();
  const double wider = static_cast<double>(whole.columns) / frame.columns,
               higher = static_cast<double>(whole.rows) / frame.rows;
  for (const std::size_t i : {1UL, 4UL})
    frame.geotransform[i] *= wider;
  for (const std::size_t i : {2UL, 5UL})
    frame.geotransform[i] *= higher;
  return frame;
}

/// Numbers as they are stored become those that they stand for.
void unpack(GDALRasterBand& band, std::vector<float>& values) {
  int has_nodata = 0;
  const auto nodata = static_cast<float>(band.GetNoDataValue(&has_nodata));
  if (has_nodata != 0) std::ranges::replace(values, nodata, kUnknown);
  const double scale = band.GetScale(), offset = band.GetOffset();
  if (scale == 1.0 && offset == 0.0) return;
  for (float& value : values)
    value = static_cast<float>(value * scale + offset);
}

/// Throws std::runtime_error.
FramedValues values_of(const RasterSource& source, int pixels) {
  GDALRasterBand& whole = *source.dataset->GetRasterBand(1);
  GDALRasterBand& band = band_with(whole, pixels);
  FramedValues raster{.frame = frame_of_overview(source.frame, band), .values = {}};
  const int columns = raster.frame.columns, rows = raster.frame.rows;
  raster.values.resize(raster.frame.pixel_count());
  const GdalMessages messages;
  if (band.RasterIO(GF_Read, 0, 0, columns, rows, raster.values.data(), columns, rows, GDT_Float32, 0, 0, nullptr) !=
      CE_None)
    throw std::runtime_error(messages.text());
  unpack(whole, raster.values);
  return raster;
}

WebRaster placed(std::span<const float> values, const WebPlacement& placement) {
  WebRaster raster{.columns = placement.columns, .rows = placement.rows, .bounds = placement.bounds, .values = {}};
  raster.values.reserve(placement.source_pixels.size());
  for (const std::int64_t pixel : placement.source_pixels)
    raster.values.push_back(pixel == WebPlacement::kNowhere ? kUnknown : values[static_cast<std::size_t>(pixel)]);
  return raster;
}

/// gdaldem hillshade. Throws std::runtime_error.
std::vector<float> shades_of(FramedValues& heights) {
  const DatasetPtr raster = wrap_in_raster(heights.values, heights.frame);
  const GdalMessages messages;
  const char* const arguments[] = {"-of", "MEM", "-alg", "Horn", "-compute_edges", nullptr};
  const std::unique_ptr<GDALDEMProcessingOptions, decltype(&GDALDEMProcessingOptionsFree)> options(
      GDALDEMProcessingOptionsNew(const_cast<char**>(arguments), nullptr), GDALDEMProcessingOptionsFree);
  const DatasetPtr shaded(
      options == nullptr ? nullptr
                         : GDALDataset::FromHandle(GDALDEMProcessing("", GDALDataset::ToHandle(raster.get()),
                                                                     "hillshade", nullptr, options.get(), nullptr)));
  std::vector<float> shades(heights.values.size());
  const int columns = heights.frame.columns, rows = heights.frame.rows;
  if (shaded == nullptr || shaded->GetRasterBand(1)->RasterIO(GF_Read, 0, 0, columns, rows, shades.data(), columns,
                                                              rows, GDT_Float32, 0, 0, nullptr) != CE_None)
    throw std::runtime_error(messages.text());
  std::ranges::replace(shades, 0.0F, kUnknown);
  return shades;
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

WebRaster WebMapReader::read(const std::filesystem::path& path) {
  return from_file(path, [this](const RasterSource& source) {
    const FramedValues raster = values_of(source, max_pixels_);
    return placed(raster.values, *placement_of(raster.frame));
  });
}

WebRaster WebMapReader::hillshade(const std::filesystem::path& path) {
  return from_file(path, [this](const RasterSource& source) {
    FramedValues heights = values_of(source, max_pixels_);
    return placed(shades_of(heights), *placement_of(heights.frame));
  });
}

std::shared_ptr<const WebPlacement> WebMapReader::placement_of(const RasterFrame& frame) {
  const std::scoped_lock lock(mutex_);
  const auto found = std::ranges::find(
      placements_, frame, [](const auto& entry) -> const auto& { return entry.first; });
  if (found != placements_.end()) return found->second;
  placements_.emplace_back(frame, std::make_shared<const WebPlacement>(web_placement(frame, max_pixels_)));
  return placements_.back().second;
}

}  // namespace phusong::gis

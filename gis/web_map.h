#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "gis/web_placement.h"

namespace phusong::gis {

/// The values of a raster as they lie on a web map (EPSG:3857), row by row from the north.
struct WebRaster {
  int columns = 0;
  int rows = 0;
  LonLatBounds bounds;        ///< of the outer edges of its pixels
  std::vector<float> values;  ///< NaN where the raster says nothing
};

/// Brings raster files onto web maps. How those of one frame lie there is worked out once. Any number of threads may
/// use it at a time.
class WebMapReader {
 public:
  /// Of rasters that are larger, at most `max_pixels` along the longer side come back.
  explicit WebMapReader(int max_pixels) : max_pixels_(max_pixels) {}

  /// The first band of a raster file, each pixel with the value in which its middle lies. Where the file holds
  /// overviews, the values are those of the smallest that has enough pixels. Throws InputError where the file is none,
  /// or cannot be read or brought there.
  WebRaster read(const std::filesystem::path& path);

  /// The heights of a raster file lit from the north-west, 45° above the horizon (Horn 1981, "Hill shading and the
  /// reflectance map"): 1 (shadow) … 255 (light). Its CRS must be in metres. Throws likewise.
  WebRaster hillshade(const std::filesystem::path& path);

 private:
  std::shared_ptr<const WebPlacement> placement_of(const RasterFrame& frame);

  int max_pixels_;
  std::mutex mutex_;  ///< of the placements
  std::vector<std::pair<RasterFrame, std::shared_ptr<const WebPlacement>>> placements_;
};

}  // namespace phusong::gis

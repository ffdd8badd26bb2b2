#pragma once

#include <filesystem>
#include <vector>

namespace phusong::gis {

/// A rectangle of WGS84 positions.
struct LonLatBounds {
  double west_deg = 0.0;
  double south_deg = 0.0;
  double east_deg = 0.0;
  double north_deg = 0.0;
};

/// The values of a raster as they lie on a web map (EPSG:3857), row by row from the north.
struct WebRaster {
  int columns = 0;
  int rows = 0;
  LonLatBounds bounds;        ///< of the outer edges of its pixels
  std::vector<float> values;  ///< NaN where the raster says nothing
};

/// A raster file on a web map, each pixel with the value that lies nearest to its middle, reduced to at most
/// `max_pixels` a side. Throws InputError where the file is none, or cannot be read or brought there.
WebRaster read_on_web_map(const std::filesystem::path& path, int max_pixels);

/// The heights of a raster file lit from the north-west, 45° above the horizon (Horn 1981, "Hill shading and the
/// reflectance map"): 1 (shadow) … 255 (light). Throws likewise.
WebRaster hillshade_on_web_map(const std::filesystem::path& path, int max_pixels);

}  // namespace phusong::gis

#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "gis/coordinates.h"
#include "gis/raster_frame.h"

namespace phusong::gis {

/// How many people live on each pixel of a raster; row-major from its first row.
struct PopulationRaster {
  std::string file;
  RasterFrame frame;
  std::vector<float> people;    ///< 0 where the raster has no data
  std::size_t void_pixels = 0;  ///< those without data
  double pixel_width_m = 0.0;   ///< at the raster's centre
  double pixel_height_m = 0.0;
  std::vector<LonLat> centres;  ///< of the pixels, WGS84

  std::size_t index(int column, int row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(frame.columns) + static_cast<std::size_t>(column);
  }
};

/// Throws InputError: unreadable, without a known datum shift to WGS84, larger than 20 million pixels, a negative or
/// infinite number of people.
PopulationRaster read_population(const std::filesystem::path& path);

}  // namespace phusong::gis

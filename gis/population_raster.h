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
  std::vector<float> people{};  ///< 0 where the raster has no data
  std::size_t void_pixels = 0;  ///< those without data
  double pixel_width_m = 0.0;   ///< at the raster's centre
  double pixel_height_m = 0.0;
  std::vector<LonLat> centres{};  ///< of the pixels, WGS84

  std::size_t index(int column, int row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(frame.columns) + static_cast<std::size_t>(column);
  }
};

/// What the numbers on the pixels of a raster are: how many of something, how many per km², or the ground that it
/// covers as a share of the pixel, in percent of it, or in m².
enum class PixelMeasure { kCount, kPerKm2, kShare, kPercent, kM2 };

/// How the numbers of a raster become people.
struct PeopleRule {
  PixelMeasure measure = PixelMeasure::kCount;
  double people_each = 1.0;  ///< for each of what is counted; for each m² where the ground is measured
};

/// Throws InputError: unreadable, several bands or colours, without a known datum shift to WGS84, larger than 20
/// million pixels, a number that is negative, infinite or more than its pixel holds.
PopulationRaster read_population(const std::filesystem::path& path, const PeopleRule& rule = {});

/// A raster on which nobody lives. Throws InputError naming `file` where it is too large, or without a known datum
/// shift.
PopulationRaster empty_population(const std::string& file, const RasterFrame& frame);

}  // namespace phusong::gis

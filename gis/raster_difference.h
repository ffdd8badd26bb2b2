#pragma once

#include <cstddef>
#include <filesystem>

#include "gis/raster_writer.h"

namespace phusong::gis {

/// What the difference of two rasters adds up to.
struct RasterDifference {
  std::size_t cells = 0;                ///< where both have a value
  std::size_t only_a = 0, only_b = 0;   ///< where one alone has one
  std::size_t raised = 0, lowered = 0;  ///< cells that differ, by sign of B − A
  double mean = 0.0;                    ///< over `cells`, as are the two below; 0 where there are none
  double least = 0.0, greatest = 0.0;
};

/// Throws InputError naming both grids where two rasters do not lie cell on cell in one CRS, or one cannot be read.
void require_same_grid(const std::filesystem::path& a, const std::filesystem::path& b);

/// Writes B − A of the first bands as a Cloud Optimised GeoTIFF, nodata where either has none. The rasters are read
/// tile by tile. Throws InputError like require_same_grid, and MachineError where `target` cannot be written.
RasterDifference write_difference(const std::filesystem::path& a, const std::filesystem::path& b,
                                  const std::filesystem::path& target, const BandDescription& band);

}  // namespace phusong::gis

#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include "gis/lon_lat_box.h"
#include "gis/raster_frame.h"

namespace phusong::gis {

/// What the pixels of a mosaic are.
enum class MosaicOf {
  kHeights,  ///< 32-bit floats, metres, NaN = void
  kClasses,  ///< bytes, 0 = void
};

/// What a mosaic holds.
struct MosaicCount {
  std::size_t pixels = 0;
  std::size_t void_pixels = 0;
};

/// Writes the pixels of `tiles` whose centres lie in `box` as one tiled GeoTIFF with overviews, void where no tile has
/// data. The mosaic covers the whole box, tiles or not; of two tiles the first that has data wins. Strip by strip, so
/// that memory does not grow with the box's height. The tiles, of which there is one at least, are in WGS84 degrees and
/// share one lattice of pixels. Throws InputError naming the tile for which that is not so or which cannot be read, and
/// MachineError where `target` cannot be written.
MosaicCount write_mosaic(const std::vector<std::filesystem::path>& tiles, const LonLatBox& box,
                         const std::filesystem::path& target, MosaicOf content);

}  // namespace phusong::gis

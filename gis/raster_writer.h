#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "gis/crs.h"
#include "gis/grid.h"
#include "gis/raster_frame.h"

namespace phusong::gis {

/// What the band says of itself.
struct BandDescription {
  std::string description;  ///< e.g. "4G RSRP"
  std::string unit;         ///< e.g. "dBm"; empty for a count or a class
};

/// Writes a Cloud Optimised GeoTIFF, DEFLATE, with nodata, unit, description, statistics and overviews inside.
/// `values`: rows × columns from the north-west, NaN = nodata. Written under a temporary name and renamed.
/// Throws std::runtime_error.
void write_cog(const std::filesystem::path& path, const Grid& grid, const WorkingCrs& crs,
               std::span<const float> values, const BandDescription& band);
/// The same where the cells lie as in another raster.
void write_cog(const std::filesystem::path& path, const RasterFrame& frame, std::span<const float> values,
               const BandDescription& band);

/// The same for heights, in steps of a tenth of a metre: UInt16 with scale and offset, a third of the size. Where they
/// differ by more than 6,553 m the steps are longer.
void write_height_cog(const std::filesystem::path& path, const Grid& grid, const WorkingCrs& crs,
                      std::span<const float> heights_m, const BandDescription& band);

/// What a band of counts or classes says of itself.
struct ClassBandDescription {
  BandDescription band;
  std::uint16_t nodata = 0;
  /// Where not empty, becomes the raster attribute table (Value, Count, Label) in `<path>.aux.xml`.
  std::map<std::uint16_t, std::string> labels;
};

/// The same for counts and classes (UInt16, overviews by nearest neighbour).
void write_class_cog(const std::filesystem::path& path, const Grid& grid, const WorkingCrs& crs,
                     std::span<const std::uint16_t> values, const ClassBandDescription& classes);

}  // namespace phusong::gis

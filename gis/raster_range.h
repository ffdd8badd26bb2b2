#pragma once

#include <filesystem>
#include <optional>

namespace phusong::gis {

/// The least and the greatest value of a raster.
struct RasterRange {
  double least = 0.0, greatest = 0.0;
};

/// By the statistics that the raster's writer left in the file, as write_cog() does: nothing is computed. Nothing where
/// there are none, as of a raster without values. Throws InputError where the file cannot be read.
std::optional<RasterRange> raster_range(const std::filesystem::path& path);

}  // namespace phusong::gis

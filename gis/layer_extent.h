#pragma once

#include <filesystem>
#include <optional>

namespace phusong::gis {

/// A rectangle of the map, in the CRS of the file that it is of.
struct MapExtent {
  double left = 0.0, bottom = 0.0, right = 0.0, top = 0.0;
};

/// The extent of a raster, or of all shapes of a vector file; nothing where it has no shape. Throws InputError where
/// the file cannot be read.
std::optional<MapExtent> layer_extent(const std::filesystem::path& path);

}  // namespace phusong::gis

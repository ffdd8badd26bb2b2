#pragma once

#include <cstddef>
#include <filesystem>

#include "gis/lon_lat_box.h"
#include "gis/population_raster.h"

namespace phusong::gis {

/// How buildings become people on pixels.
struct FootprintRule {
  double pixel_m = 50.0;
  double least_m2 = 15.0;    ///< of a polygon; a smaller one is no house
  double people_each = 4.0;  ///< in a building
};

/// People by the buildings of a vector file, and how many buildings that are.
struct BuildingFootprints {
  PopulationRaster raster;    ///< in the UTM zone of the box's centre, its pixels at whole multiples of their size
  std::size_t buildings = 0;  ///< inside the raster
  std::size_t too_small = 0;
  std::size_t outside = 0;  ///< of the raster
};

/// Counts polygons at their centroids, and points, on a raster around `box`. Throws InputError: unreadable, a CRS that
/// is not said or has no known datum shift, shapes that are neither, more pixels than a population raster may have.
BuildingFootprints read_footprints(const std::filesystem::path& path, const LonLatBox& box, const FootprintRule& rule);

/// Whether a file holds shapes and no pixels. Throws InputError where it cannot be read as either.
bool holds_shapes(const std::filesystem::path& path);

}  // namespace phusong::gis

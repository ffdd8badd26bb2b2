#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "gis/crs.h"
#include "gis/grid.h"
#include "gis/problem.h"

namespace phusong::gis {

/// Representative clutter height of one land-cover class.
struct LandCoverClass {
  int value = 0;
  std::string name;
  double clutter_height_m = 0.0;
};

/// The classes of ESA WorldCover 10 m (2020 and 2021) with clutter heights that are ASSUMPTIONS: the product has
/// classes and no heights, so that each takes the default of the nearest category in ITU-R P.1812, table 2
/// (open and rural 0 m, suburban 10 m, trees and forest 15 m).
const std::vector<LandCoverClass>& esa_worldcover_classes();

/// A class table: the columns class, name, clutter_height_m. Whatever is wrong with it becomes problems.
std::vector<LandCoverClass> read_land_cover_classes(const std::filesystem::path& path, Problems& problems);

/// Land cover by the cells of a grid.
struct Clutter {
  std::vector<float> height_m;             ///< NaN where the raster has no data
  std::vector<std::int32_t> class_values;  ///< kNoClass where the raster has no data
};

/// Clutter of each cell of `grid` by the class that holds its centre (nearest neighbour). A class that the table does
/// not know is a problem that names it.
Clutter read_clutter(const std::filesystem::path& path, const std::vector<LandCoverClass>& classes, const Grid& grid,
                     const WorkingCrs& crs, Problems& problems);

}  // namespace phusong::gis

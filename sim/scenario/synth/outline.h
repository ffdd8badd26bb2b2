#pragma once

#include <vector>

#include "gis/coordinates.h"
#include "gis/grid.h"

namespace phusong::synth {

/// For each seat the outline of what is nearer to it than to any other (its Voronoi cell), cut at the grid's edge;
/// counterclockwise, not closed.
std::vector<std::vector<gis::MapPoint>> outlines_around(const std::vector<gis::MapPoint>& seats, const gis::Grid& grid);

}  // namespace phusong::synth

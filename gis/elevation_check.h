#pragma once

#include <string>
#include <vector>

#include "gis/elevation_tiles.h"
#include "gis/problem.h"
#include "gis/raster_source.h"

namespace phusong::gis {

/// Whether a raster holds heights: one band beside an alpha band, not of colours, in a unit that is known. Sets the
/// unit of the heights; a unit other than the metre is a note.
void check_heights(RasterSource& source, Problems& problems, std::vector<std::string>& notes);

/// Throws InputError where the rasters have more pixels than are read at once.
void check_pixel_count(const std::vector<ElevationTiles>& sets);

/// "file: 12 samples outside valid_range_m (-50 … 3500 m) are void: the least … m, the greatest … m", for each file
/// with any.
std::vector<std::string> notes_on(const std::vector<OutsideRange>& outside, HeightRange range);

/// "3725 GiB", of so many values of four bytes.
std::string memory_text(double values);

}  // namespace phusong::gis

#pragma once

#include <string>
#include <vector>

#include "gis/elevation_tiles.h"
#include "gis/input_note.h"
#include "gis/problem.h"
#include "gis/raster_source.h"

namespace phusong::gis {

/// Whether a raster holds heights: one band beside an alpha band, not of colours, in a unit that is known. Sets the
/// unit of the heights; a unit other than the metre is a note.
void check_heights(RasterSource& source, Problems& problems, std::vector<InputNote>& notes);

/// Throws InputError where the rasters have more pixels than are read at once.
void check_pixel_count(const std::vector<ElevationTiles>& sets);

/// A note for each file with samples outside the range.
std::vector<InputNote> notes_on(const std::vector<OutsideRange>& outside, HeightRange range);

/// "3725 GiB", of so many values of four bytes.
std::string memory_text(double values);

}  // namespace phusong::gis

#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

#include "gis/raster_source.h"

namespace phusong::gis {

/// Elevation rasters of one CRS whose pixels lie on one lattice, as the tiles of SRTM or Copernicus do: read as
/// one raster, so that interpolation knows no seams.
struct ElevationTiles {
  std::vector<const RasterSource*> tiles;
  RasterFrame frame;  ///< around all of them
};

/// More pixels than are read at once: four gigabytes, found before the memory is gone.
constexpr double kMostPixels = 1e9;

/// Puts consecutive rasters together that share a lattice, where all pixels around them are not too many. Order is
/// kept; the sources must outlive the result.
std::vector<ElevationTiles> put_together(const std::vector<RasterSource>& sources);

/// Heights outside are void.
struct HeightRange {
  double min_m = 0.0;
  double max_m = 0.0;
};

/// The samples of one file that have a value, but one outside the range.
struct OutsideRange {
  std::string file;
  std::size_t count = 0;
  double least_m = std::numeric_limits<double>::infinity();
  double greatest_m = -std::numeric_limits<double>::infinity();

  void add(double height_m);
};

/// The heights of the tiles in metres, row-major over their common frame, NaN = void: nodata, masked, without data in
/// the file, outside the range, or between tiles. Of two tiles the first that has data wins. A band's scale, offset and
/// unit are applied. What is outside the range is appended to `outside`, a file each. Throws InputError naming the
/// file.
std::vector<float> read_elevation(const ElevationTiles& tiles, HeightRange range, std::vector<OutsideRange>& outside);

}  // namespace phusong::gis

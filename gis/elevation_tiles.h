#pragma once

#include <vector>

#include "gis/raster_source.h"

namespace phusong::gis {

/// Elevation rasters of one CRS whose pixels lie on one lattice, as the tiles of SRTM or Copernicus do: read as
/// one raster, so that interpolation knows no seams.
struct ElevationTiles {
  std::vector<const RasterSource*> tiles;
  RasterFrame frame;  ///< around all of them
};

/// Puts consecutive rasters together that share a lattice. Order is kept; the sources must outlive the result.
std::vector<ElevationTiles> put_together(const std::vector<RasterSource>& sources);

/// Heights outside are void.
struct HeightRange {
  double min_m = 0.0;
  double max_m = 0.0;
};

/// The heights of the tiles in metres, row-major over their common frame, NaN = void: nodata, masked, outside the
/// range, or between tiles. Of two tiles the first that has data wins. A band's scale and offset are applied.
/// Throws InputError naming the file.
std::vector<float> read_elevation(const ElevationTiles& tiles, HeightRange range);

}  // namespace phusong::gis

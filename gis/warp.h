#pragma once

#include "gis/crs.h"
#include "gis/gdal_support.h"
#include "gis/grid.h"
#include "gis/raster_frame.h"

namespace phusong::gis {

/// A dataset and the frame that says where it lies (its CRS is taken from there).
struct WarpSource {
  GDALDataset& dataset;
  const RasterFrame& frame;
};

/// The grid that GDAL's warper suggests for a raster in `crs`, by the rules of gdalwarp's `-tr`.
/// `cell_size_m` 0: the resolution that GDAL suggests, through rounded_cell_size_m.
/// A raster already in `crs`, north up, with square pixels of that size (or any, for 0) keeps its own grid.
/// Throws std::invalid_argument (no known datum shift) or std::runtime_error.
Grid suggested_grid(WarpSource source, const WorkingCrs& crs, double cell_size_m);

/// To two significant digits, the second of them 0 or 5: 88.9 → 90, 29.6 → 30, 444 → 450.
double rounded_cell_size_m(double cell_size_m);

/// Whether the pixels of `source` are cells of `grid`, so that nothing needs warping.
bool lies_on_grid(const RasterFrame& source, const Grid& grid, const WorkingCrs& crs);

enum class Resampling { kBilinear, kNearest };

/// Warps a raster into another that exists and is in `crs`; what the source does not know stays as it is there.
/// The coordinate operation is fixed to Transform's, so that a datum shift does not end with its area of use.
/// Throws std::invalid_argument (no known datum shift) or std::runtime_error.
void warp_into(WarpSource source, GDALDataset& target, const WorkingCrs& crs, Resampling resampling);

}  // namespace phusong::gis

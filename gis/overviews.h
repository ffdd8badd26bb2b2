#pragma once

class GDALDataset;

namespace phusong::gis {

/// Adds overviews of a raster to itself, reduced by 2, 4 … down to one block of 256 pixels; `resampling` as GDAL names
/// it. Throws std::runtime_error.
void build_overviews(GDALDataset& raster, const char* resampling);

}  // namespace phusong::gis

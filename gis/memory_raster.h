#pragma once

#include <cstdint>
#include <span>

#include "gis/gdal_support.h"
#include "gis/raster_frame.h"

namespace phusong::gis {

/// A GDAL dataset of one band whose pixels are `values` themselves, not a copy: they must outlive it.
/// Throws std::runtime_error. Floats get NaN as nodata.
DatasetPtr wrap_in_raster(std::span<float> values, const RasterFrame& frame);
DatasetPtr wrap_in_raster(std::span<std::int32_t> values, const RasterFrame& frame);
DatasetPtr wrap_in_raster(std::span<std::uint16_t> values, const RasterFrame& frame);

}  // namespace phusong::gis

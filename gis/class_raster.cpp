#include "gis/class_raster.h"

#include <gdal_priv.h>

#include "gis/memory_raster.h"
#include "gis/warp.h"

namespace phusong::gis {

std::vector<std::int32_t> warp_classes(const RasterSource& source, const Grid& grid, const WorkingCrs& crs) {
  std::vector<std::int32_t> classes(grid.cell_count(), kNoClass);
  const DatasetPtr target = wrap_in_raster(std::span(classes), frame_of(grid, crs.definition()));
  target->GetRasterBand(1)->SetNoDataValue(kNoClass);
  warp_into({*source.dataset, source.frame}, *target, crs, Resampling::kNearest);
  return classes;
}

}  // namespace phusong::gis

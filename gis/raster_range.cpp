#include "gis/raster_range.h"

#include <gdal_priv.h>

#include "gis/raster_source.h"

namespace phusong::gis {

std::optional<RasterRange> raster_range(const std::filesystem::path& path) {
  const RasterSource source = opened_raster(path);
  RasterRange range;
  constexpr int kApproximate = FALSE, kCompute = FALSE;
  const CPLErr found = source.dataset->GetRasterBand(1)->GetStatistics(kApproximate, kCompute, &range.least,
                                                                       &range.greatest, nullptr, nullptr);
  if (found != CE_None) return std::nullopt;
  return range;
}

}  // namespace phusong::gis

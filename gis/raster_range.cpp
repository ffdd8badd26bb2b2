#include "gis/raster_range.h"

#include <gdal_priv.h>

#include "gis/raster_source.h"

namespace phusong::gis {

std::optional<RasterRange> raster_range(const std::filesystem::path& path) {
  const RasterSource source = opened_raster(path);
  GDALRasterBand& band = *source.dataset->GetRasterBand(1);
  RasterRange range;
  constexpr int kApproximate = FALSE, kCompute = FALSE;
  const CPLErr found = band.GetStatistics(kApproximate, kCompute, &range.least, &range.greatest, nullptr, nullptr);
  if (found != CE_None) return std::nullopt;
  // The statistics are of the numbers as they are stored.
  const auto value_of = [&band](double stored) { return stored * band.GetScale() + band.GetOffset(); };
  return RasterRange{.least = value_of(range.least), .greatest = value_of(range.greatest)};
}

}  // namespace phusong::gis

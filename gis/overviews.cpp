#include "gis/overviews.h"

#include <gdal_priv.h>

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "gis/gdal_support.h"

namespace phusong::gis {

void build_overviews(GDALDataset& raster, const char* resampling) {
  constexpr int kBlockPixels = 256;
  std::vector<int> factors;
  for (int factor = 2, size = std::max(raster.GetRasterXSize(), raster.GetRasterYSize()); size > kBlockPixels;
       factor *= 2, size /= 2)
    factors.push_back(factor);
  if (factors.empty()) return;
  const GdalMessages messages;
  if (raster.BuildOverviews(resampling, static_cast<int>(factors.size()), factors.data(), 0, nullptr, nullptr, nullptr,
                            nullptr) != CE_None)
    throw std::runtime_error(messages.text());
}

}  // namespace phusong::gis

#include "gis/band_row.h"

#include <gdal_priv.h>

#include <limits>

#include "gis/gdal_support.h"
#include "gis/problem.h"

namespace phusong::gis {

void read_band_row(GDALDataset& dataset, const std::string& file, const BandRow& which, float* values,
                   std::vector<std::uint8_t>& mask) {
  const GdalMessages messages;
  GDALRasterBand& band = *dataset.GetRasterBand(1);
  const int first = which.first_column, columns = which.columns;
  mask.resize(static_cast<std::size_t>(columns));
  if (band.RasterIO(GF_Read, first, which.row, columns, 1, values, columns, 1, GDT_Float32, 0, 0, nullptr) != CE_None ||
      band.GetMaskBand()->RasterIO(GF_Read, first, which.row, columns, 1, mask.data(), columns, 1, GDT_Byte, 0, 0,
                                   nullptr) != CE_None)
    fail(file, "cannot be read: " + messages.text());
  for (std::size_t i = 0; i < mask.size(); ++i)
    if (mask[i] == 0) values[i] = std::numeric_limits<float>::quiet_NaN();
}

}  // namespace phusong::gis

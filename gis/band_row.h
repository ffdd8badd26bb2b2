#pragma once

#include <cstdint>
#include <string>
#include <vector>

class GDALDataset;

namespace phusong::gis {

/// Pixels of one row of a raster's first band.
struct BandRow {
  int row = 0;
  int first_column = 0;
  int columns = 0;
};
/// Reads them into `values`, which has room for them, NaN where the band has no data; `mask` is scratch space. Throws
/// InputError naming `file`.
void read_band_row(GDALDataset& dataset, const std::string& file, const BandRow& which, float* values,
                   std::vector<std::uint8_t>& mask);

}  // namespace phusong::gis

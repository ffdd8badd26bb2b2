#include "gis/data_coverage.h"

#include <gdal_priv.h>

#include <algorithm>
#include <string_view>

#include "gis/gdal_support.h"
#include "gis/vrt_source.h"

namespace phusong::gis {
namespace {

bool is_vrt(GDALDataset& dataset) {
  const GDALDriver* const driver = dataset.GetDriver();
  return driver != nullptr && std::string_view(driver->GetDescription()) == "VRT";
}

/// Whether any part of the window has data; the window is a block, which has data as a whole or not at all.
bool has_data(GDALRasterBand& band, int left, int top, int width, int height) {
  return (band.GetDataCoverageStatus(left, top, width, height, 0, nullptr) & GDAL_DATA_COVERAGE_STATUS_DATA) != 0;
}

}  // namespace

DataCoverage::DataCoverage(GDALDataset& dataset)
    : dataset_(dataset),
      band_(*dataset.GetRasterBand(1)),
      may_have_gaps_(is_vrt(dataset) && band_.GetMaskFlags() == GMF_ALL_VALID) {
  if (is_vrt(dataset)) sources_ = sources_of(dataset);
  if (may_have_gaps_) dataset.SetDescription("");
}

DataCoverage::DataCoverage(DataCoverage&&) noexcept = default;
DataCoverage::~DataCoverage() = default;

void DataCoverage::mask_row(int row, std::span<std::uint8_t> mask) {
  mask_empty_blocks(row, mask);
  if (may_have_gaps_) mask_gaps_between_sources(row, mask);
  if (!sources_.empty()) mask_gaps_inside_sources(row, mask);
}

void DataCoverage::mask_empty_blocks(int row, std::span<std::uint8_t> mask) {
  int width = 0;
  int height = 0;
  band_.GetBlockSize(&width, &height);
  const int columns = static_cast<int>(mask.size());
  if (row / height != block_row_) {
    block_row_ = row / height;
    const int top = block_row_ * height;
    block_has_data_.clear();
    for (int left = 0; left < columns; left += width)
      block_has_data_.push_back(has_data(band_, left, top, std::min(width, columns - left),
                                         std::min(height, dataset_.GetRasterYSize() - top)));
  }
  for (int column = 0; column < columns; ++column)
    if (block_has_data_[static_cast<std::size_t>(column / width)] == 0) mask[static_cast<std::size_t>(column)] = 0;
}

void DataCoverage::mask_gaps_between_sources(int row, std::span<std::uint8_t> mask) {
  // A VRT fills its gaps with the nodata value: a pixel that follows that value is a gap.
  const std::vector<float> zeros = row_filled_with(0.0F, row, mask.size());
  const std::vector<float> ones = row_filled_with(1.0F, row, mask.size());
  band_.DeleteNoDataValue();
  for (std::size_t column = 0; column < mask.size(); ++column)
    if (zeros[column] == 0.0F && ones[column] == 1.0F) mask[column] = 0;
}

std::vector<float> DataCoverage::row_filled_with(float fill, int row, std::size_t columns) {
  const GdalMessages silent;  // what cannot be read is reported where the heights are read
  const int width = static_cast<int>(columns);
  std::vector<float> values(columns, -1.0F);
  band_.SetNoDataValue(fill);
  const CPLErr read = band_.RasterIO(GF_Read, 0, row, width, 1, values.data(), width, 1, GDT_Float32, 0, 0, nullptr);
  if (read != CE_None) std::fill(values.begin(), values.end(), -1.0F);
  return values;
}

void DataCoverage::mask_gaps_inside_sources(int row, std::span<std::uint8_t> mask) {
  std::vector<std::uint8_t> covered(mask.size(), 1);
  for (VrtSource& source : sources_)
    source.cover_row(row, covered);
  for (std::size_t column = 0; column < mask.size(); ++column)
    if (covered[column] == 0) mask[column] = 0;
}

}  // namespace phusong::gis

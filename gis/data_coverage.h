#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

class GDALDataset;
class GDALRasterBand;

namespace phusong::gis {

class VrtSource;

/// Knows which pixels of a raster's first band its file holds nothing for, though no nodata value says so: the blocks
/// that a sparse GeoTIFF leaves out, the gaps between the sources of a VRT, and both inside those sources. GDAL fills
/// them all with 0.
class DataCoverage {
 public:
  /// A VRT that is asked loses its name in memory, so that GDAL never writes it back. The dataset must outlive the
  /// result.
  explicit DataCoverage(GDALDataset& dataset);
  DataCoverage(DataCoverage&&) noexcept;
  ~DataCoverage();

  /// Sets the mask, which is as wide as the raster, to 0 where `row` has no data.
  void mask_row(int row, std::span<std::uint8_t> mask);

 private:
  void mask_empty_blocks(int row, std::span<std::uint8_t> mask);
  void mask_gaps_between_sources(int row, std::span<std::uint8_t> mask);
  void mask_gaps_inside_sources(int row, std::span<std::uint8_t> mask);
  std::vector<float> row_filled_with(float fill, int row, std::size_t columns);

  GDALDataset& dataset_;
  GDALRasterBand& band_;
  bool may_have_gaps_ = false;                ///< a VRT whose gaps nothing marks
  std::vector<VrtSource> sources_;            ///< of such a VRT, the last on top
  int block_row_ = -1;                        ///< the one that `block_has_data_` is of
  std::vector<std::uint8_t> block_has_data_;  ///< one a block of the row
};

}  // namespace phusong::gis

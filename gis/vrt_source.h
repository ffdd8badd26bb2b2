#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gis/data_coverage.h"
#include "gis/gdal_support.h"

namespace phusong::gis {

/// A raster that a VRT shows in a rectangle of its own, in pixels.
class VrtSource {
 public:
  struct Rectangle {
    double left = 0.0, top = 0.0, width = 0.0, height = 0.0;
  };

  /// Without a dataset the source has data everywhere.
  VrtSource(DatasetPtr dataset, Rectangle from, Rectangle to);

  /// Sets the mask of a row of the VRT to 1 where the source covers it with data, and to 0 where it covers it without.
  void cover_row(int row, std::span<std::uint8_t> mask);

 private:
  DatasetPtr dataset_;
  std::optional<DataCoverage> coverage_;
  Rectangle from_;  ///< in the source
  Rectangle to_;    ///< in the VRT
  std::vector<std::uint8_t> own_mask_;
};

/// The sources of a VRT's first band, the first below the others. A file that cannot be opened is left out: reading the
/// VRT fails for it.
std::vector<VrtSource> sources_of(GDALDataset& vrt);

/// The file of a warped VRT, this raster or one that it shows, in which ground of 0 m and no ground look alike: it says
/// neither nodata nor alpha, or warps a file of which that is true. Nothing where there is none.
std::optional<std::string> warp_that_hides_gaps(GDALDataset& raster);

}  // namespace phusong::gis

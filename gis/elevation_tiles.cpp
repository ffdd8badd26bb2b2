#include "gis/elevation_tiles.h"

#include <gdal_priv.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include "gis/data_coverage.h"
#include "gis/pixel_lattice.h"

namespace phusong::gis {
namespace {

constexpr float kVoidHeightM = std::numeric_limits<float>::quiet_NaN();

bool belong_together(const RasterFrame& one, const RasterFrame& other) {
  if (!shares_lattice(one, other)) return false;
  const PixelOffset offset = offset_between(other, one);
  return offset.columns_around(one, other) * offset.rows_around(one, other) <= kMostPixels;
}

void extend(ElevationTiles& set, const RasterSource& source) {
  RasterFrame& frame = set.frame;
  const PixelOffset offset = offset_between(source.frame, frame);
  const int left = std::min(0, offset.column());
  const int top = std::min(0, offset.row());
  frame.columns = std::max(frame.columns, offset.column() + source.frame.columns) - left;
  frame.rows = std::max(frame.rows, offset.row() + source.frame.rows) - top;
  frame.geotransform[0] += left * frame.geotransform[1];
  frame.geotransform[3] += top * frame.geotransform[5];
  set.tiles.push_back(&source);
}

GDALRasterBand* alpha_band_of(GDALDataset& dataset) {
  for (int i = 2; i <= dataset.GetRasterCount(); ++i)
    if (dataset.GetRasterBand(i)->GetColorInterpretation() == GCI_AlphaBand) return dataset.GetRasterBand(i);
  return nullptr;
}

/// Reads a tile row by row as heights in metres, NaN = void.
class TileReader {
 public:
  TileReader(const RasterSource& source, HeightRange range)
      : source_(source),
        band_(*source.dataset->GetRasterBand(1)),
        alpha_(alpha_band_of(*source.dataset)),
        coverage_(*source.dataset),
        range_(range),
        scale_(band_.GetScale()),
        offset_(band_.GetOffset()),
        heights_m_(static_cast<std::size_t>(source.frame.columns)),
        mask_(heights_m_.size()),
        outside_{.file = source.file} {}

  const std::vector<float>& read_row(int row);
  const OutsideRange& outside() const { return outside_; }

 private:
  template <typename T>
  void read(GDALRasterBand& band, int row, GDALDataType type, std::vector<T>& values) const;
  void mask_transparent(int row);
  float height_m(std::size_t column);

  const RasterSource& source_;
  GDALRasterBand& band_;
  GDALRasterBand* alpha_;  ///< null where there is none
  DataCoverage coverage_;
  HeightRange range_;
  double scale_;
  double offset_;
  std::vector<float> heights_m_;
  std::vector<std::uint8_t> mask_;
  std::vector<float> opacity_;
  OutsideRange outside_;
};

template <typename T>
void TileReader::read(GDALRasterBand& band, int row, GDALDataType type, std::vector<T>& values) const {
  const GdalMessages messages;
  const int width = source_.frame.columns;
  if (band.RasterIO(GF_Read, 0, row, width, 1, values.data(), width, 1, type, 0, 0, nullptr) != CE_None)
    fail(source_.file, "cannot be read: " + messages.text());
}

float TileReader::height_m(std::size_t column) {
  const double height_m = (heights_m_[column] * scale_ + offset_) * source_.height_unit.metres;
  if (mask_[column] == 0 || std::isnan(height_m)) return kVoidHeightM;
  if (height_m >= range_.min_m && height_m <= range_.max_m) return static_cast<float>(height_m);
  outside_.add(height_m);
  return kVoidHeightM;
}

/// GDAL's mask leaves an alpha band out where a nodata value is there too, and where it is neither Byte nor UInt16.
void TileReader::mask_transparent(int row) {
  if (alpha_ == nullptr) return;
  opacity_.resize(mask_.size());
  read(*alpha_, row, GDT_Float32, opacity_);
  for (std::size_t column = 0; column < mask_.size(); ++column)
    if (!(opacity_[column] > 0.0F)) mask_[column] = 0;
}

const std::vector<float>& TileReader::read_row(int row) {
  read(band_, row, GDT_Float32, heights_m_);
  read(*band_.GetMaskBand(), row, GDT_Byte, mask_);
  mask_transparent(row);
  coverage_.mask_row(row, mask_);
  for (std::size_t column = 0; column < heights_m_.size(); ++column)
    heights_m_[column] = height_m(column);
  return heights_m_;
}

/// Fills in what a tile knows and `heights_m` does not yet; tells what of the tile is outside the range.
OutsideRange paste(const RasterSource& tile, HeightRange range, const RasterFrame& frame,
                   std::vector<float>& heights_m) {
  const PixelOffset offset = offset_between(tile.frame, frame);
  TileReader reader(tile, range);
  for (int row = 0; row < tile.frame.rows; ++row) {
    const std::vector<float>& row_m = reader.read_row(row);
    float* const target_m =
        heights_m.data() + static_cast<std::size_t>(offset.row() + row) * frame.columns + offset.column();
    for (std::size_t column = 0; column < row_m.size(); ++column)
      if (std::isnan(target_m[column])) target_m[column] = row_m[column];
  }
  return reader.outside();
}

}  // namespace

std::vector<ElevationTiles> put_together(const std::vector<RasterSource>& sources) {
  std::vector<ElevationTiles> sets;
  for (const RasterSource& source : sources) {
    if (!sets.empty() && belong_together(sets.back().frame, source.frame)) {
      extend(sets.back(), source);
    } else {
      sets.push_back({{&source}, source.frame});
    }
  }
  return sets;
}

void OutsideRange::add(double height_m) {
  ++count;
  least_m = std::min(least_m, height_m);
  greatest_m = std::max(greatest_m, height_m);
}

std::vector<float> read_elevation(const ElevationTiles& tiles, HeightRange range, std::vector<OutsideRange>& outside) {
  std::vector<float> heights_m(tiles.frame.pixel_count(), kVoidHeightM);
  for (const RasterSource* tile : tiles.tiles)
    outside.push_back(paste(*tile, range, tiles.frame, heights_m));
  return heights_m;
}

}  // namespace phusong::gis

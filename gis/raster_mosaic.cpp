#include "gis/raster_mosaic.h"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>

#include "gis/band_row.h"
#include "gis/crs_kind.h"
#include "gis/output_file.h"
#include "gis/overviews.h"
#include "gis/pixel_lattice.h"
#include "gis/problem.h"
#include "gis/raster_source.h"

namespace phusong::gis {
namespace {

/// Rows that are held at a time; blocks of the mosaic are as high, so that each is written once.
constexpr int kStripRows = 256;
constexpr float kVoidPixel = std::numeric_limits<float>::quiet_NaN();

/// A tile and where it lies in the mosaic; its file is open only where strips need it, as there may be more tiles than
/// files that can be open.
class MosaicTile {
 public:
  MosaicTile(const std::filesystem::path& path, const RasterFrame& tile, const RasterFrame& mosaic)
      : path_(path), columns_(tile.columns), rows_(tile.rows) {
    const PixelOffset offset = offset_between(tile, mosaic);
    left_ = offset.column();
    top_ = offset.row();
  }

  /// Fills in what the tile knows of a strip and `strip`, which is as wide as the mosaic, does not yet.
  void paste(int first_row, int rows, int width, std::vector<float>& strip);

 private:
  std::filesystem::path path_;
  int columns_ = 0, rows_ = 0, left_ = 0, top_ = 0;
  DatasetPtr dataset_;
  std::vector<float> values_;
  std::vector<std::uint8_t> mask_;
};

void MosaicTile::paste(int first_row, int rows, int width, std::vector<float>& strip) {
  const int begin_row = std::max(first_row, top_), end_row = std::min(first_row + rows, top_ + rows_);
  const int begin = std::max(0, left_), end = std::min(width, left_ + columns_);
  if (begin_row >= end_row || begin >= end) {
    dataset_.reset();
    return;
  }
  if (dataset_ == nullptr) dataset_ = std::move(opened_raster(path_).dataset);
  values_.resize(static_cast<std::size_t>(end - begin));
  for (int row = begin_row; row < end_row; ++row) {
    read_band_row(*dataset_, path_.string(), {row - top_, begin - left_, end - begin}, values_.data(), mask_);
    float* const target = strip.data() + static_cast<std::size_t>(row - first_row) * static_cast<std::size_t>(width);
    for (int column = begin; column < end; ++column) {
      if (std::isnan(target[column])) target[column] = values_[static_cast<std::size_t>(column - begin)];
    }
  }
}

/// The pixels of the first tile's lattice that lie in the box.
RasterFrame frame_of(const RasterFrame& tile, const LonLatBox& box) {
  const GridWindow window = window_of(tile, box);
  RasterFrame frame = tile;
  frame.columns = window.columns;
  frame.rows = window.rows;
  frame.geotransform[0] += window.first_column * tile.geotransform[1];
  frame.geotransform[3] += window.first_row * tile.geotransform[5];
  return frame;
}

struct PlacedTiles {
  RasterFrame frame;  ///< of the mosaic
  std::vector<MosaicTile> tiles;
};

PlacedTiles place(const std::vector<std::filesystem::path>& paths, const LonLatBox& box) {
  PlacedTiles placed;
  for (const std::filesystem::path& path : paths) {
    const RasterSource source = opened_raster(path);
    if (!is_geographic(source.frame.crs)) fail(source.file, "is not in degrees: its CRS is " + source.crs_name);
    if (placed.tiles.empty()) placed.frame = frame_of(source.frame, box);
    if (!shares_lattice(placed.frame, source.frame)) {
      fail(source.file,
           fmt::format("its pixels of {:g} × {:g}° do not lie on those of {}; fetch the two apart",
                       source.frame.geotransform[1], -source.frame.geotransform[5], paths.front().string()));
    }
    placed.tiles.emplace_back(path, source.frame, placed.frame);
  }
  return placed;
}

DatasetPtr create(const std::filesystem::path& path, const RasterFrame& frame, MosaicOf content) {
  const bool is_heights = content == MosaicOf::kHeights;
  const std::string block = std::to_string(kStripRows);
  const std::string block_x = "BLOCKXSIZE=" + block, block_y = "BLOCKYSIZE=" + block;
  const std::array<const char*, 7> options = {"COMPRESS=DEFLATE",
                                              is_heights ? "PREDICTOR=3" : "PREDICTOR=1",
                                              "TILED=YES",
                                              block_x.c_str(),
                                              block_y.c_str(),
                                              "BIGTIFF=IF_SAFER",
                                              nullptr};
  GDALDriver* const driver = GetGDALDriverManager()->GetDriverByName("GTiff");
  DatasetPtr mosaic(driver->Create(path.c_str(), frame.columns, frame.rows, 1, is_heights ? GDT_Float32 : GDT_Byte,
                                   const_cast<char**>(options.data())));
  if (mosaic == nullptr) return mosaic;
  std::array<double, 6> geotransform = frame.geotransform;
  OGRSpatialReference crs;
  crs.SetFromUserInput(frame.crs.c_str());
  crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  mosaic->SetGeoTransform(geotransform.data());
  mosaic->SetSpatialRef(&crs);
  GDALRasterBand& band = *mosaic->GetRasterBand(1);
  band.SetNoDataValue(is_heights ? double{kVoidPixel} : 0.0);
  band.SetDescription(is_heights ? "Height" : "Land-cover class");
  if (is_heights) band.SetUnitType("m");
  return mosaic;
}

std::size_t make_void(std::vector<float>& strip, MosaicOf content) {
  std::size_t count = 0;
  for (float& value : strip) {
    if (!std::isnan(value)) continue;
    ++count;
    if (content == MosaicOf::kClasses) value = 0.0F;
  }
  return count;
}

/// Writes all strips; nothing where one cannot be written.
std::optional<MosaicCount> fill(GDALDataset& mosaic, PlacedTiles& placed, MosaicOf content) {
  const int width = placed.frame.columns;
  MosaicCount count{.pixels = placed.frame.pixel_count()};
  for (int row = 0; row < placed.frame.rows; row += kStripRows) {
    const int rows = std::min(kStripRows, placed.frame.rows - row);
    std::vector<float> strip(static_cast<std::size_t>(rows) * static_cast<std::size_t>(width), kVoidPixel);
    for (MosaicTile& tile : placed.tiles)
      tile.paste(row, rows, width, strip);
    count.void_pixels += make_void(strip, content);
    GDALRasterBand& band = *mosaic.GetRasterBand(1);
    if (band.RasterIO(GF_Write, 0, row, width, rows, strip.data(), width, rows, GDT_Float32, 0, 0, nullptr) !=
            CE_None ||
        band.FlushCache(false) != CE_None)
      return std::nullopt;
  }
  return count;
}

}  // namespace

MosaicCount write_mosaic(const std::vector<std::filesystem::path>& tiles, const LonLatBox& box,
                         const std::filesystem::path& target, MosaicOf content) {
  register_gdal();
  PlacedTiles placed = place(tiles, box);
  const GdalMessages messages;
  OutputFile file(target);
  DatasetPtr mosaic = create(file.temporary(), placed.frame, content);
  if (mosaic == nullptr) fail_to_write(target, messages.text());
  const std::optional<MosaicCount> count = fill(*mosaic, placed, content);
  if (!count) fail_to_write(target, messages.text());
  try {
    build_overviews(*mosaic, content == MosaicOf::kHeights ? "AVERAGE" : "NEAREST");
  } catch (const std::runtime_error& error) {
    fail_to_write(target, error.what());
  }
  mosaic.reset();  // writes what is left
  if (messages.any_failure()) fail_to_write(target, messages.text());
  file.finish();
  return *count;
}

}  // namespace phusong::gis

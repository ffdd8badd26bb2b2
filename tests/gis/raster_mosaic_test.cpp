#include "gis/raster_mosaic.h"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>

#include "gis/pixel_lattice.h"
#include "gis/problem.h"
#include "tests/gis/temporary_folder.h"
#include "tests/gis/test_raster.h"

using namespace phusong::gis;
using phusong::tests::bytes_of;
using phusong::tests::RasterContent;
using phusong::tests::TemporaryFolder;
using phusong::tests::TestRaster;

namespace {

constexpr float kGap = -9999.0F;

/// Pixels of a tenth of a degree, four a side, from a north-western corner on; their values count up from `first`.
RasterContent four_by_four(double west_deg, double north_deg, float first) {
  RasterContent content{
      .geotransform = {west_deg, 0.1, 0, north_deg, 0, -0.1}, .crs = "EPSG:4326", .columns = 4, .nodata = kGap};
  for (int i = 0; i < 16; ++i)
    content.values.push_back(first + static_cast<float>(i));
  return content;
}

struct Pixels {
  int columns = 0;
  int rows = 0;
  std::vector<float> values;
  std::array<double, 6> geotransform{};
  std::string unit;
  double nodata = 0.0;
  int overviews = 0;

  float at(int column, int row) const {
    return values.at(static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                     static_cast<std::size_t>(column));
  }
};

Pixels pixels_of(const std::filesystem::path& path) {
  GDALDataset* const raster = GDALDataset::Open(path.c_str());
  REQUIRE(raster != nullptr);
  GDALRasterBand& band = *raster->GetRasterBand(1);
  Pixels pixels{.columns = raster->GetRasterXSize(),
                .rows = raster->GetRasterYSize(),
                .unit = band.GetUnitType(),
                .nodata = band.GetNoDataValue(),
                .overviews = band.GetOverviewCount()};
  raster->GetGeoTransform(pixels.geotransform.data());
  pixels.values.resize(static_cast<std::size_t>(pixels.columns) * static_cast<std::size_t>(pixels.rows));
  const CPLErr read = band.RasterIO(GF_Read, 0, 0, pixels.columns, pixels.rows, pixels.values.data(), pixels.columns,
                                    pixels.rows, GDT_Float32, 0, 0, nullptr);
  CHECK(read == CE_None);
  GDALClose(raster);
  return pixels;
}

std::string problem_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const InputError& error) {
    return error.problems().text();
  }
  return "";
}

}  // namespace

TEST_CASE("a mosaic holds the pixels whose centres lie in the box, and void where no tile has data") {
  const TemporaryFolder folder;
  RasterContent west = four_by_four(105.0, 22.4, 100.0F);
  west.values[5] = kGap;
  const TestRaster one("mosaic_west.tif", west), other("mosaic_east.tif", four_by_four(105.4, 22.2, 200.0F));
  const MosaicCount count = write_mosaic({one.path(), other.path()}, {105.1, 22.05, 105.62, 22.4},
                                         folder.path() / "terrain.tif", MosaicOf::kHeights);
  const Pixels pixels = pixels_of(folder.path() / "terrain.tif");
  CHECK(pixels.columns == 5);
  CHECK(pixels.rows == 3);
  CHECK(pixels.geotransform[0] == doctest::Approx(105.1));
  CHECK(pixels.geotransform[3] == doctest::Approx(22.4));
  CHECK(pixels.unit == "m");
  CHECK(std::isnan(pixels.nodata));
  CHECK(pixels.at(0, 0) == 101.0F);
  CHECK(std::isnan(pixels.at(0, 1)));  // a gap of the tile
  CHECK(pixels.at(2, 2) == 111.0F);
  CHECK(std::isnan(pixels.at(3, 0)));  // north of the other tile
  CHECK(pixels.at(3, 2) == 200.0F);
  CHECK(pixels.at(4, 2) == 201.0F);
  CHECK(count.pixels == 15);
  CHECK(count.void_pixels == 5);
}

TEST_CASE("of two tiles the first that has data wins") {
  const TemporaryFolder folder;
  RasterContent first = four_by_four(105.0, 22.4, 100.0F);
  first.values[0] = kGap;
  const TestRaster one("mosaic_first.tif", first), other("mosaic_second.tif", four_by_four(105.0, 22.4, 200.0F));
  write_mosaic({one.path(), other.path()}, {105.0, 22.0, 105.4, 22.4}, folder.path() / "a.tif", MosaicOf::kHeights);
  const Pixels pixels = pixels_of(folder.path() / "a.tif");
  CHECK(pixels.at(0, 0) == 200.0F);
  CHECK(pixels.at(1, 0) == 101.0F);
}

TEST_CASE("a mosaic of classes is of bytes, and 0 is void") {
  const TemporaryFolder folder;
  RasterContent cover = four_by_four(105.0, 22.4, 10.0F);
  cover.type = GDT_Byte;
  cover.nodata = 0.0;
  cover.values[3] = 0.0F;
  const TestRaster tile("mosaic_cover.tif", cover);
  const MosaicCount count =
      write_mosaic({tile.path()}, {105.2, 22.2, 105.6, 22.4}, folder.path() / "cover.tif", MosaicOf::kClasses);
  const Pixels pixels = pixels_of(folder.path() / "cover.tif");
  CHECK(pixels.values == std::vector<float>{12, 0, 0, 0, 16, 17, 0, 0});
  CHECK(pixels.nodata == 0.0);
  CHECK(pixels.unit.empty());
  CHECK(count.void_pixels == 5);
}

TEST_CASE("a mosaic higher than a strip is the same at the seam, has overviews, and the same bytes every time") {
  const TemporaryFolder folder;
  RasterContent content{.geotransform = {105, 0.001, 0, 23, 0, -0.001}, .crs = "EPSG:4326", .columns = 300};
  for (int i = 0; i < 300 * 520; ++i)
    content.values.push_back(static_cast<float>(i));
  const TestRaster tile("mosaic_high.tif", content);
  for (const char* const name : {"a.tif", "b.tif"})
    write_mosaic({tile.path()}, {105, 22.48, 105.3, 23}, folder.path() / name, MosaicOf::kHeights);
  const Pixels pixels = pixels_of(folder.path() / "a.tif");
  CHECK(pixels.values == content.values);
  CHECK(pixels.overviews == 2);
  CHECK(bytes_of(folder.path() / "a.tif") == bytes_of(folder.path() / "b.tif"));
}

TEST_CASE("tiles that do not belong together are an error that names them, and nothing is written") {
  const TemporaryFolder folder;
  const TestRaster one("mosaic_one.tif", four_by_four(105.0, 22.4, 1.0F));
  RasterContent shifted = four_by_four(105.45, 22.4, 1.0F), projected = four_by_four(500000.0, 2400000.0, 1.0F);
  projected.crs = "EPSG:9211";
  const TestRaster between("mosaic_between.tif", shifted), metric("mosaic_metric.tif", projected);
  const auto mosaic = [&](const TestRaster& second) {
    return problem_of([&] {
      write_mosaic({one.path(), second.path()}, {105, 22, 106, 22.4}, folder.path() / "x.tif", MosaicOf::kHeights);
    });
  };
  CHECK(mosaic(between).find("mosaic_between.tif: its pixels of 0.1 × 0.1° do not lie on those of") !=
        std::string::npos);
  CHECK(mosaic(metric).find("mosaic_metric.tif: is not in degrees") != std::string::npos);
  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("boxes side by side share no pixel and leave none out") {
  // As the Copernicus tiles lie: pixel centres on the degrees.
  const RasterFrame frame{.columns = 3600,
                          .rows = 3600,
                          .geotransform = {105 - 0.5 / 3600, 1.0 / 3600, 0, 23 + 0.5 / 3600, 0, -1.0 / 3600},
                          .crs = "EPSG:4326"};
  const GridWindow whole = window_of(frame, {105, 22, 106, 23});
  CHECK(whole.first_column == 0);
  CHECK(whole.first_row == 0);
  CHECK(whole.columns == 3600);
  CHECK(whole.rows == 3600);
  for (const double cut_deg : {105.25, 105.3333, 105.5, 105.77777}) {
    const GridWindow west = window_of(frame, {105, 22, cut_deg, 23}), east = window_of(frame, {cut_deg, 22, 106, 23});
    CHECK(west.first_column + west.columns == east.first_column);
    CHECK(west.columns + east.columns == 3600);
  }
  const GridWindow beyond = window_of(frame, {104.5, 21.5, 106.5, 23.5});
  CHECK(beyond.first_column == -1800);
  CHECK(beyond.columns == 7200);
  CHECK(beyond.first_row == -1800);
}

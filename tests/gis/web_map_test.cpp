#include "gis/web_map.h"

#include <doctest/doctest.h>
#include <gdal_utils.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <numbers>
#include <numeric>
#include <string>
#include <vector>

#include "gis/crs.h"
#include "gis/gdal_support.h"
#include "gis/problem.h"
#include "tests/gis/test_raster.h"

using namespace phusong::gis;
using phusong::tests::RasterContent;
using phusong::tests::TestRaster;

namespace {

constexpr double kDegree = 1.0 / 3600.0;

/// 40 × 40 cells of a second of arc, 0 in the west and 7 in the east, unknown in the north-west corner.
RasterContent two_halves() {
  std::vector<float> values(1600, 0.0F);
  for (std::size_t i = 0; i < values.size(); ++i)
    if (i % 40 >= 20) values[i] = 7.0F;
  values[0] = -9999.0F;
  return {.geotransform = {105.0, kDegree, 0.0, 22.0, 0.0, -kDegree},
          .crs = "EPSG:4326",
          .columns = 40,
          .values = values,
          .nodata = -9999.0};
}

float at(const WebRaster& raster, int column, int row) {
  const auto width = static_cast<std::size_t>(raster.columns);
  return raster.values[static_cast<std::size_t>(row) * width + static_cast<std::size_t>(column)];
}

/// With cells of 30 m in the CRS of Tuyên Quang.
RasterContent on_metres(RasterContent content) {
  content.geotransform = {479820.0, 30.0, 0.0, 2453670.0, 0.0, -30.0};
  content.crs = "EPSG:9211";
  return content;
}

/// A ridge from south-west to north-east that rises 15 m a cell, unknown in the middle of the north, in steps.
RasterContent hill(double step_m) {
  std::vector<float> values(1600);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::size_t diagonal = i / 40 + i % 40;
    values[i] = static_cast<float>(std::round(15.0 / step_m) * static_cast<double>(std::min(diagonal, 78 - diagonal)));
  }
  values[20] = 65535.0F;
  RasterContent content = on_metres({.columns = 40, .values = values, .nodata = 65535.0, .type = GDT_UInt16});
  content.scale = step_m;
  return content;
}

/// What gdalwarp makes of a raster on the pixels of a web map that has been read from it.
std::vector<float> warped_by_gdal(const std::string& path, const WebRaster& raster) {
  constexpr double kRadiusM = 6378137.0, kRadian = std::numbers::pi / 180.0;
  const auto x_m = [](double lon_deg) { return std::to_string(kRadiusM * lon_deg * kRadian); };
  const auto y_m = [](double lat_deg) { return std::to_string(kRadiusM * std::asinh(std::tan(lat_deg * kRadian))); };
  const LonLatBounds& bounds = raster.bounds;
  std::vector<std::string> arguments = {"-of",
                                        "MEM",
                                        "-r",
                                        "near",
                                        "-dstnodata",
                                        "nan",
                                        "-t_srs",
                                        "EPSG:3857",
                                        "-ct",
                                        Transform("EPSG:9211", "EPSG:3857").pipeline(),
                                        "-te",
                                        x_m(bounds.west_deg),
                                        y_m(bounds.south_deg),
                                        x_m(bounds.east_deg),
                                        y_m(bounds.north_deg),
                                        "-ts",
                                        std::to_string(raster.columns),
                                        std::to_string(raster.rows)};
  std::vector<char*> pointers;
  for (std::string& argument : arguments)
    pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  GDALWarpAppOptions* const options = GDALWarpAppOptionsNew(pointers.data(), nullptr);
  const std::unique_ptr<GDALDataset> source(GDALDataset::Open(path.c_str(), GDAL_OF_RASTER));
  GDALDatasetH handle = GDALDataset::ToHandle(source.get());
  const std::unique_ptr<GDALDataset> warped(
      GDALDataset::FromHandle(GDALWarp("", nullptr, 1, &handle, options, nullptr)));
  GDALWarpAppOptionsFree(options);
  std::vector<float> values(raster.values.size());
  REQUIRE(warped->GetRasterBand(1)->RasterIO(GF_Read, 0, 0, raster.columns, raster.rows, values.data(), raster.columns,
                                             raster.rows, GDT_Float32, 0, 0, nullptr) == CE_None);
  return values;
}

/// Means of 2 × 2 and of 4 × 4 cells.
void build_overviews(const std::string& path) {
  const std::unique_ptr<GDALDataset> dataset(GDALDataset::Open(path.c_str(), GDAL_OF_RASTER | GDAL_OF_UPDATE));
  std::vector<int> factors = {2, 4};
  REQUIRE(dataset->BuildOverviews("AVERAGE", 2, factors.data(), 0, nullptr, nullptr, nullptr, nullptr) == CE_None);
}

}  // namespace

TEST_CASE("a raster on a web map keeps its place, its values and what it does not know") {
  const TestRaster file("web_map_place.tif", two_halves());
  const WebRaster raster = WebMapReader(1000).read(file.path());
  CHECK(raster.bounds.west_deg == doctest::Approx(105.0).epsilon(1e-9));
  CHECK(raster.bounds.north_deg == doctest::Approx(22.0).epsilon(1e-9));
  CHECK(std::abs(raster.bounds.east_deg - (105.0 + 40 * kDegree)) < kDegree);  // whole pixels
  CHECK(std::abs(raster.bounds.south_deg - (22.0 - 40 * kDegree)) < kDegree);
  CHECK(std::isnan(at(raster, 0, 0)));
  CHECK(at(raster, 2, raster.rows - 1) == 0.0F);
  CHECK(at(raster, raster.columns - 1, 0) == 7.0F);
}

TEST_CASE("the longer side of a raster has the pixels asked for on a web map, none of them a mixture") {
  const TestRaster file("web_map_size.tif", two_halves());
  const WebRaster raster = WebMapReader(9).read(file.path());
  CHECK(raster.columns == 9);
  CHECK(raster.rows == 10);  // a square of degrees is higher than wide there
  for (const float value : raster.values)
    CHECK((std::isnan(value) || value == 0.0F || value == 7.0F));
}

TEST_CASE("a pixel of a web map shows the one that gdalwarp takes, at every size") {
  std::vector<float> values(static_cast<std::size_t>(70 * 50));
  std::iota(values.begin(), values.end(), 0.0F);
  const TestRaster file("web_map_warp.tif", on_metres({.columns = 70, .values = values}));
  for (const int pixels : {1000, 70, 69, 31, 8}) {
    CAPTURE(pixels);
    const WebRaster raster = WebMapReader(pixels).read(file.path());
    const std::vector<float> expected = warped_by_gdal(file.path(), raster);
    REQUIRE(raster.values.size() == expected.size());
    std::size_t known = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      CHECK((raster.values[i] == expected[i] || (std::isnan(raster.values[i]) && std::isnan(expected[i]))));
      known += std::isnan(expected[i]) ? 0 : 1;
    }
    CHECK(known > expected.size() * 9 / 10);
  }
}

TEST_CASE("rasters of one frame and of another keep their own values in one reader") {
  const std::vector<float> threes(100, 3.0F), fives(100, 5.0F), sevens(400, 7.0F);
  const TestRaster three("web_map_three.tif", on_metres({.columns = 10, .values = threes})),
      five("web_map_five.tif", on_metres({.columns = 10, .values = fives})),
      seven("web_map_seven.tif", on_metres({.columns = 20, .values = sevens}));
  WebMapReader reader(1000);
  const WebRaster first = reader.read(three.path()), second = reader.read(five.path()),
                  third = reader.read(seven.path());
  CHECK(first.columns == second.columns);
  CHECK(first.columns < third.columns);
  CHECK(at(first, 5, 5) == 3.0F);
  CHECK(at(second, 5, 5) == 5.0F);
  CHECK(at(third, 15, 15) == 7.0F);
}

TEST_CASE("a small picture is made from an overview that has its pixels, a larger one from the raster") {
  std::vector<float> values(1600);
  for (std::size_t i = 0; i < values.size(); ++i)
    values[i] = i % 2 == 0 ? 0.0F : 8.0F;
  const TestRaster file("web_map_overview.tif", on_metres({.columns = 40, .values = values}));
  build_overviews(file.path());
  for (const int pixels : {21, 40, 1000}) {
    const WebRaster whole = WebMapReader(pixels).read(file.path());
    CHECK((at(whole, 10, 10) == 0.0F || at(whole, 10, 10) == 8.0F));
  }
  for (const int pixels : {20, 11, 10, 5}) {
    const WebRaster reduced = WebMapReader(pixels).read(file.path());
    CHECK(reduced.columns == pixels);
    CHECK(at(reduced, 2, 2) == 4.0F);
  }
}

TEST_CASE("numbers that a raster holds in steps are read as what they stand for") {
  RasterContent content = on_metres({.columns = 10, .values = std::vector<float>(100, 25.0F), .nodata = 65535.0});
  content.values[0] = 65535.0F;
  content.type = GDT_UInt16;
  content.scale = 0.5;
  content.offset = 100.0;
  const TestRaster file("web_map_steps.tif", content);
  const WebRaster raster = WebMapReader(1000).read(file.path());
  CHECK(at(raster, 5, 5) == 112.5F);
  CHECK(std::isnan(at(raster, 0, 0)));
}

TEST_CASE("a slope that looks north-west is light, one that looks south-east dark, and what is unknown stays so") {
  const TestRaster file("web_map_hill.tif", hill(1.0));
  const WebRaster shades = WebMapReader(1000).hillshade(file.path());
  CHECK(at(shades, 8, 8) > 220.0F);
  CHECK(at(shades, shades.columns - 9, shades.rows - 9) < 150.0F);
  CHECK(std::isnan(at(shades, shades.columns / 2, 0)));
}

TEST_CASE("heights in steps are lit as the heights that they stand for") {
  const TestRaster metres("web_map_metres.tif", hill(1.0)), steps("web_map_tenths.tif", hill(0.1));
  CHECK(at(WebMapReader(1000).hillshade(steps.path()), 8, 8) == at(WebMapReader(1000).hillshade(metres.path()), 8, 8));
}

TEST_CASE("a file that is no raster, or lies nowhere, is refused by name") {
  CHECK_THROWS_WITH_AS(WebMapReader(10).read("/no/such.tif"), doctest::Contains("such.tif"), InputError);
  const TestRaster file(
      "web_map_nowhere.tif",
      {.geotransform = {105.0, kDegree, 0.0, 22.0, 0.0, -kDegree}, .crs = "", .columns = 2, .values = {1, 2, 3, 4}});
  CHECK_THROWS_WITH_AS(WebMapReader(10).read(file.path()), doctest::Contains("web_map_nowhere.tif"), InputError);
}

#include "gis/web_map.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "gis/problem.h"
#include "tests/gis/test_raster.h"

using namespace phusong::gis;
using phusong::tests::TestRaster;

namespace {

constexpr double kDegree = 1.0 / 3600.0;

/// 40 × 40 cells of a second of arc, 0 in the west and 7 in the east, unknown in the north-west corner.
phusong::tests::RasterContent two_halves() {
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
  return raster.values[static_cast<std::size_t>(row * raster.columns + column)];
}

}  // namespace

TEST_CASE("a raster on a web map keeps its place, its values and what it does not know") {
  const TestRaster file("web_map_place.tif", two_halves());
  const WebRaster raster = read_on_web_map(file.path(), 1000);
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
  const WebRaster raster = read_on_web_map(file.path(), 9);
  CHECK(raster.columns == 9);
  CHECK(raster.rows == 10);  // a square of degrees is higher than wide there
  for (const float value : raster.values)
    CHECK((std::isnan(value) || value == 0.0F || value == 7.0F));
}

TEST_CASE("a slope that looks north-west is light, one that looks south-east dark, and what is unknown stays so") {
  std::vector<float> values(1600);
  for (int row = 0; row < 40; ++row)
    for (int column = 0; column < 40; ++column)
      values[static_cast<std::size_t>(row * 40 + column)] =
          15.0F * static_cast<float>(std::min(row + column, 78 - row - column));
  values[20] = -9999.0F;
  const TestRaster file("web_map_hill.tif", {.geotransform = {105.0, kDegree, 0.0, 22.0, 0.0, -kDegree},
                                             .crs = "EPSG:4326",
                                             .columns = 40,
                                             .values = values,
                                             .nodata = -9999.0});
  const WebRaster shades = hillshade_on_web_map(file.path(), 1000);
  CHECK(at(shades, 8, 8) > 220.0F);
  CHECK(at(shades, shades.columns - 9, shades.rows - 9) < 150.0F);
  CHECK(std::isnan(at(shades, shades.columns / 2, 0)));
}

TEST_CASE("a file that is no raster, or lies nowhere, is refused by name") {
  CHECK_THROWS_WITH_AS(read_on_web_map("/no/such.tif", 10), doctest::Contains("such.tif"), InputError);
  const TestRaster file(
      "web_map_nowhere.tif",
      {.geotransform = {105.0, kDegree, 0.0, 22.0, 0.0, -kDegree}, .crs = "", .columns = 2, .values = {1, 2, 3, 4}});
  CHECK_THROWS_WITH_AS(read_on_web_map(file.path(), 10), doctest::Contains("web_map_nowhere.tif"), InputError);
}

#include "gis/elevation_extent.h"

#include <doctest/doctest.h>

#include "tests/gis/test_raster.h"

using namespace phusong::gis;
using phusong::tests::RasterContent;
using phusong::tests::TestRaster;

namespace {

RasterContent degree_at(double lon_deg, double lat_deg) {
  return {.geotransform = {lon_deg, 0.1, 0, lat_deg, 0, -0.1},
          .crs = "EPSG:4326",
          .columns = 10,
          .values = std::vector<float>(100, 500.0f)};
}

}  // namespace

TEST_CASE("the centre of the elevation is that of all rasters together") {
  const TestRaster raster("west.tif", degree_at(105.3, 23.5));
  const TestRaster other("east.tif", degree_at(106.3, 23.5));
  Problems problems;
  const auto extent = elevation_extent({.elevation = {raster.path(), other.path()}}, problems).value();
  CHECK(extent.centre.lon_deg == doctest::Approx(106.3));
  CHECK(extent.centre.lat_deg == doctest::Approx(23.0));
  CHECK(extent.corners.size() == 8);
  CHECK_FALSE(elevation_extent({.elevation = {"/no/such.tif"}}, problems));
  CHECK(problems.text() == "/no/such.tif: does not exist\n");
}

TEST_CASE("longitudes are taken into a turn") {
  Problems problems;
  const auto centre_deg = [&problems](const std::vector<std::filesystem::path>& files) {
    return elevation_extent({.elevation = files}, problems).value().centre.lon_deg;
  };
  const TestRaster beyond("beyond.tif", degree_at(254.5, 23.5));
  CHECK(centre_deg({beyond.path()}) == doctest::Approx(-105.0));
  const TestRaster west("west.tif", degree_at(179, 0));
  const TestRaster east("east.tif", degree_at(-180, 0));
  CHECK(std::abs(centre_deg({west.path(), east.path()})) == doctest::Approx(180.0));
}

TEST_CASE("ground at a longitude of 255 is found under its zone") {
  const TestRaster raster("beyond.tif", degree_at(254.5, 23.5));
  const WorkingCrs crs("EPSG:32613");
  const Terrain terrain = read_terrain({.elevation = {raster.path()}, .cell_size_m = 1000}, crs);
  CHECK(terrain.height_at(crs.to_map({-105.0, 23.0})).value() == 500.0);
}

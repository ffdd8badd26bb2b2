#include "gis/terrain_reader.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "tests/gis/temporary_folder.h"
#include "tests/gis/test_raster.h"
#include "tests/gis/tuyen_quang.h"
#include "tests/gis/virtual_file.h"

using namespace phusong::gis;
using phusong::tests::RasterContent;
using phusong::tests::TemporaryFolder;
using phusong::tests::TestRaster;
using phusong::tests::tuyen_quang;
using phusong::tests::VirtualFile;

namespace {

RasterContent on_grid(std::vector<float> values) {
  return {
      .geotransform = {500000, 30, 0, 2400000, 0, -30}, .crs = "EPSG:9211", .columns = 5, .values = std::move(values)};
}

std::vector<float> heights(float first) {
  std::vector<float> values;
  for (int i = 0; i < 25; ++i)
    values.push_back(first + static_cast<float>(i));
  return values;
}

std::string problems_of(const TerrainSource& source, const WorkingCrs& crs = tuyen_quang()) {
  try {
    read_terrain(source, crs);
  } catch (const InputError& error) {
    return error.problems().text();
  }
  return "";
}

/// A slope of one metre an arc second to the north, in degrees, across 23.4° N where EPSG:6960 ends.
RasterContent slope_in_degrees() {
  constexpr int kSize = 60;
  constexpr double kPixelDeg = 1.0 / 1200;
  RasterContent content{
      .geotransform = {105.3, kPixelDeg, 0, 23.425, 0, -kPixelDeg}, .crs = "EPSG:4326", .columns = kSize};
  for (int row = 0; row < kSize; ++row)
    content.values.insert(content.values.end(), kSize, static_cast<float>(1000 - 3 * row));
  return content;
}

}  // namespace

TEST_CASE("a raster already on the grid keeps its cells and values") {
  const TestRaster raster("own.tif", on_grid(heights(100)));
  for (const double cell_size_m : {30.0, 0.0}) {
    const Terrain terrain = read_terrain({.elevation = {raster.path()}, .cell_size_m = cell_size_m}, tuyen_quang());
    CHECK(terrain.grid() == Grid{.left_m = 500000, .top_m = 2400000, .cell_size_m = 30, .columns = 5, .rows = 5});
    CHECK(terrain.ground_m() == heights(100));
  }
}

TEST_CASE("another cell size covers the same ground") {
  const TestRaster raster("own.tif", on_grid(std::vector<float>(25, 7.0f)));
  const Terrain terrain = read_terrain({.elevation = {raster.path()}, .cell_size_m = 50}, tuyen_quang());
  CHECK(terrain.grid() == Grid{.left_m = 500000, .top_m = 2400000, .cell_size_m = 50, .columns = 3, .rows = 3});
  CHECK(terrain.ground_m() == std::vector<float>(9, 7.0f));
}

TEST_CASE("heights outside the valid range are void and do not bleed into their neighbours") {
  std::vector<float> values(25, 200.0f);
  values[12] = -32768.0f;
  values[0] = 4000.0f;
  const TestRaster raster("void.tif", on_grid(values));
  const Terrain own = read_terrain({.elevation = {raster.path()}, .cell_size_m = 30}, tuyen_quang());
  CHECK(own.void_count() == 2);
  CHECK(std::isnan(own.ground_m()[12]));
  CHECK(std::isnan(own.ground_m()[0]));
  const Terrain warped = read_terrain({.elevation = {raster.path()}, .cell_size_m = 25}, tuyen_quang());
  for (const float height_m : warped.ground_m())
    CHECK((std::isnan(height_m) || height_m == 200.0f));
}

TEST_CASE("the ends of the valid range are valid") {
  std::vector<float> values(25, 0.0f);
  values[3] = -50.0f;
  values[4] = 3500.0f;
  const TestRaster raster("range.tif", on_grid(values));
  CHECK(read_terrain({.elevation = {raster.path()}}, tuyen_quang()).void_count() == 0);
}

TEST_CASE("of rasters that overlap the first that has data wins") {
  std::vector<float> first = heights(100);
  first[7] = -9999.0f;
  RasterContent content = on_grid(first);
  content.nodata = -9999.0;
  const TestRaster one("one.tif", content);
  RasterContent other = on_grid(std::vector<float>(25, 50.0f));
  other.geotransform[0] += 60;
  const TestRaster two("two.tif", other);
  const Terrain terrain = read_terrain({.elevation = {one.path(), two.path()}, .cell_size_m = 30}, tuyen_quang());
  CHECK(terrain.grid() == Grid{.left_m = 500000, .top_m = 2400000, .cell_size_m = 30, .columns = 7, .rows = 5});
  CHECK(terrain.ground_m()[0] == 100.0f);
  CHECK(terrain.ground_m()[4] == 104.0f);
  CHECK(terrain.ground_m()[6] == 50.0f);
  CHECK(terrain.ground_m()[9] == 50.0f);  // void in the first
  CHECK(terrain.ground_m()[8] == 106.0f);
}

TEST_CASE("tiles of one lattice are interpolated across their seam") {
  RasterContent west{.geotransform = {105.0, 0.001, 0, 22.0, 0, -0.001}, .crs = "EPSG:4326", .columns = 20};
  RasterContent east = west;
  east.geotransform[0] = 105.02;
  RasterContent whole = west;
  whole.columns = 40;
  for (int row = 0; row < 20; ++row)
    for (int column = 0; column < 40; ++column) {
      const float height_m = static_cast<float>(100 + (column * 7 + row * 13) % 50);
      whole.values.push_back(height_m);
      (column < 20 ? west : east).values.push_back(height_m);
    }
  const TestRaster west_file("west.tif", west);
  const TestRaster east_file("east.tif", east);
  const TestRaster whole_file("whole.tif", whole);
  const Terrain two =
      read_terrain({.elevation = {east_file.path(), west_file.path()}, .cell_size_m = 90}, tuyen_quang());
  const Terrain one = read_terrain({.elevation = {whole_file.path()}, .cell_size_m = 90}, tuyen_quang());
  CHECK(two.grid().columns == one.grid().columns);
  CHECK(two.grid().rows == one.grid().rows);
  for (std::size_t i = 0; i < one.ground_m().size(); ++i) {
    CHECK(std::isnan(one.ground_m()[i]) == std::isnan(two.ground_m()[i]));
    if (!std::isnan(one.ground_m()[i])) CHECK(two.ground_m()[i] == doctest::Approx(one.ground_m()[i]).epsilon(1e-6));
  }
}

TEST_CASE("rasters of two zones meet in one grid at the same ground") {
  const TestRaster own("own.tif", on_grid(heights(100)));
  const Transform to_other("EPSG:9211", "EPSG:9209");
  const MapPoint corner = to_other.forward({500150, 2400000});
  const TestRaster east("east.tif", {.geotransform = {corner.x_m, 30, 0, corner.y_m, 0, -30},
                                     .crs = "EPSG:9209",
                                     .columns = 5,
                                     .values = std::vector<float>(25, 300.0f)});
  const Terrain terrain = read_terrain({.elevation = {own.path(), east.path()}, .cell_size_m = 30}, tuyen_quang());
  CHECK(terrain.height_at({500075, 2399925}).value() == doctest::Approx(112.0));
  CHECK(terrain.height_at({500225, 2399925}).value() == doctest::Approx(300.0));
}

TEST_CASE("a rotated raster with oblong pixels is turned upright") {
  // 30° clockwise, pixels of 20 × 10 m, heights rising by 2 m a pixel along its rows.
  const double cosine = std::cos(0.5235987755982988);
  const double sine = std::sin(0.5235987755982988);
  RasterContent content{.geotransform = {500000, 20 * cosine, -10 * sine, 2400000, -20 * sine, -10 * cosine},
                        .crs = "EPSG:9211",
                        .columns = 20};
  for (int row = 0; row < 40; ++row)
    for (int column = 0; column < 20; ++column)
      content.values.push_back(static_cast<float>(2 * column));
  const TestRaster raster("rotated.tif", content);
  const Terrain terrain = read_terrain({.elevation = {raster.path()}, .cell_size_m = 10}, tuyen_quang());
  const double along_m = 200.0;  // in the middle, 10 pixels along: height 2 · (10 − ½)
  const MapPoint middle{500000 + along_m * cosine - 200 * sine, 2400000 - along_m * sine - 200 * cosine};
  CHECK(terrain.height_at(middle).value() == doctest::Approx(19.0).epsilon(0.01));
}

TEST_CASE("the warp does not tear where the datum shift's area of use ends") {
  const TestRaster raster("slope.tif", slope_in_degrees());
  const WorkingCrs ha_giang("EPSG:9209");
  const Terrain terrain = read_terrain({.elevation = {raster.path()}, .cell_size_m = 90}, ha_giang);
  double largest_m = 0.0;
  for (double lat_deg = 23.38; lat_deg < 23.42; lat_deg += 0.0002) {
    const double expected_m = 1000.0 - 3.0 * ((23.425 - lat_deg) * 1200 - 0.5);
    const double height_m = terrain.height_at(ha_giang.to_map({105.325, lat_deg})).value();
    largest_m = std::max(largest_m, std::abs(height_m - expected_m));
  }
  CHECK(largest_m < 0.5);  // 223 m of tear would be some 7 m of height
}

TEST_CASE("every cell of the warp is at its exact place in the raster") {
  // Neighbours that differ by hundreds of metres: an eighth of a pixel would move the ground by tens of metres.
  constexpr int kSize = 120;
  constexpr double kPixelDeg = 0.001;
  const LonLat corner{105.2, 22.6};
  RasterContent content{.geotransform = {corner.lon_deg, kPixelDeg, 0, corner.lat_deg, 0, -kPixelDeg},
                        .crs = "EPSG:4326",
                        .columns = kSize};
  for (int i = 0; i < kSize * kSize; ++i)
    content.values.push_back(static_cast<float>(i * 7919 % 1000));
  const TestRaster raster("rough.tif", content);
  const Terrain terrain = read_terrain({.elevation = {raster.path()}, .cell_size_m = 90}, tuyen_quang());
  const auto exact_m = [&content](double column, double row) {
    const int left = static_cast<int>(column), top = static_cast<int>(row);
    const double right = column - left, down = row - top;
    const auto value = [&](int c, int r) { return content.values[static_cast<std::size_t>(r * kSize + c)]; };
    return (1 - down) * ((1 - right) * value(left, top) + right * value(left + 1, top)) +
           down * ((1 - right) * value(left, top + 1) + right * value(left + 1, top + 1));
  };
  double largest_m = 0.0;
  int compared = 0;
  for (int row = 0; row < terrain.grid().rows; ++row)
    for (int column = 0; column < terrain.grid().columns; ++column) {
      const LonLat at = tuyen_quang().to_lon_lat(terrain.grid().centre_of(column, row));
      const double c = (at.lon_deg - corner.lon_deg) / kPixelDeg - 0.5,
                   r = (corner.lat_deg - at.lat_deg) / kPixelDeg - 0.5;
      if (c < 0 || r < 0 || c >= kSize - 1 || r >= kSize - 1) continue;
      largest_m =
          std::max(largest_m, std::abs(exact_m(c, r) - double{terrain.ground_m()[terrain.grid().index(column, row)]}));
      ++compared;
    }
  CHECK(compared > 10000);
  CHECK(largest_m < 0.05);
}

TEST_CASE("the cell size is about that of the elevation when none is given") {
  const TestRaster raster("slope.tif", slope_in_degrees());
  CHECK(read_terrain({.elevation = {raster.path()}}, WorkingCrs("EPSG:9209")).grid().cell_size_m == 90.0);
}

TEST_CASE("land cover gives the clutter of the terrain's cells") {
  const TestRaster raster("own.tif", on_grid(heights(100)));
  const TestRaster cover(
      "cover.tif",
      {.geotransform = {500000, 75, 0, 2400000, 0, -75}, .crs = "EPSG:9211", .columns = 2, .values = {10, 40, 40, 40}});
  const Terrain terrain = read_terrain(
      {.elevation = {raster.path()}, .land_cover = cover.path(), .land_cover_classes = esa_worldcover_classes()},
      tuyen_quang());
  CHECK(terrain.clutter_at({500010, 2399990}) == 15.0);
  CHECK(terrain.clutter_at({500130, 2399990}) == 0.0);
}

TEST_CASE("everything wrong with the rasters is said at once") {
  const VirtualFile empty("empty.tif", "");
  const VirtualFile noise("noise.tif", "no raster at all");
  const TemporaryFolder folder;
  RasterContent content = on_grid(heights(0));
  content.crs = "";
  const TestRaster no_crs("nocrs.tif", content);
  content.crs = "+proj=tmerc +lon_0=106 +k=0.9999 +x_0=500000 +ellps=WGS84";
  const TestRaster no_shift("noshift.tif", content);
  const std::string text = problems_of(
      {.elevation = {empty.path(), noise.path(), folder.path(), no_crs.path(), no_shift.path(), "/no/such.tif"}});
  for (const char* const part :
       {"/vsimem/empty.tif: is empty\n",
        "/vsimem/noise.tif: is not a raster that GDAL reads: ", ": is a directory, not a file\n",
        "/vsimem/nocrs.tif: has no coordinate reference system (allowed: a .prj beside the file, or for elevation the "
        "key "
        "terrain.elevation_crs)\n",
        "/vsimem/noshift.tif: its CRS 'unknown' has no known datum shift to 'EPSG:9211'\n",
        "/no/such.tif: does not exist\n"}) {
    CAPTURE(part);
    CHECK(text.find(part) != std::string::npos);
  }
}

TEST_CASE("a terrain that is all void is refused") {
  const TestRaster raster("sea.tif", on_grid(std::vector<float>(25, -9999.0f)));
  CHECK(problems_of({.elevation = {raster.path()}}) == "/vsimem/sea.tif: no height between -50 and 3500 m: all void\n");
}

TEST_CASE("a cell size that fills the memory is refused") {
  const TestRaster raster("own.tif", on_grid(heights(100)));
  CHECK(problems_of({.elevation = {raster.path()}, .elevation_crs = "", .cell_size_m = 0.004})
            .find("/vsimem/own.tif: 1.4e+09 cells") == 0);
}

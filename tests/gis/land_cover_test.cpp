#include "gis/land_cover.h"

#include <doctest/doctest.h>

#include <cmath>

#include "gis/terrain.h"
#include "gis/zone_raster.h"
#include "tests/gis/test_raster.h"
#include "tests/gis/virtual_file.h"

using namespace phusong::gis;
using phusong::tests::TestRaster;
using phusong::tests::VirtualFile;

namespace {

constexpr Grid kFourCells{.left_m = 500000, .top_m = 2500000, .cell_size_m = 30, .columns = 2, .rows = 2};

}  // namespace

TEST_CASE("a cell takes the clutter height of the class at its centre") {
  const TestRaster raster("cover.tif", {.geotransform = {500000, 20, 0, 2500000, 0, -20},
                                        .crs = "EPSG:9211",
                                        .columns = 3,
                                        .values = {10, 30, 50, 80, 80, 80, 0, 10, 10},
                                        .nodata = 0,
                                        .type = GDT_Byte});
  Problems problems;
  const Clutter clutter =
      read_clutter(raster.path(), esa_worldcover_classes(), kFourCells, WorkingCrs("EPSG:9211"), problems);
  const std::vector<float>& clutter_m = clutter.height_m;
  CHECK(problems.text() == "");
  REQUIRE(clutter_m.size() == 4);
  CHECK(clutter_m[0] == 15);
  CHECK(clutter_m[1] == 10);
  CHECK(std::isnan(clutter_m[2]));
  CHECK(clutter_m[3] == 15);
  CHECK(clutter.class_values == std::vector<std::int32_t>{10, 50, kNoClass, 10});
}

TEST_CASE("zones are read by the cell and a value that is none is named") {
  const TestRaster raster("zones.tif", {.geotransform = {500000, 20, 0, 2500000, 0, -20},
                                        .crs = "EPSG:9211",
                                        .columns = 3,
                                        .values = {4, 4, 3, 4, 4, 4, 0, 4, 2},
                                        .nodata = 0,
                                        .type = GDT_Byte});
  Problems problems;
  const std::vector<std::uint8_t> zones = read_zones(raster.path(), kFourCells, WorkingCrs("EPSG:9211"), problems);
  CHECK(zones == std::vector<std::uint8_t>{4, 3, 0, 0});
  REQUIRE(problems.all().size() == 1);
  CHECK(problems.all()[0].value == "2");
}

TEST_CASE("a class that the table does not know is named") {
  const TestRaster raster(
      "cover.tif",
      {.geotransform = {500000, 30, 0, 2500000, 0, -30}, .crs = "EPSG:9211", .columns = 2, .values = {10, 7, 10, 7}});
  Problems problems;
  read_clutter(raster.path(), {{10, "trees", 15}, {20, "shrubs", 2}}, kFourCells, WorkingCrs("EPSG:9211"), problems);
  CHECK(problems.text() ==
        "/vsimem/cover.tif: class = '7': the land-cover class is not in the class table (allowed: 10, 20)\n");
}

TEST_CASE("a class table gives values, names and heights") {
  const VirtualFile file("classes.csv", "Class;name;clutter_height_m\n10;rừng;18,5\n20;ruộng;0\n");
  Problems problems;
  const std::vector<LandCoverClass> classes = read_land_cover_classes(file.path(), problems);
  CHECK(problems.text() == "");
  REQUIRE(classes.size() == 2);
  CHECK(classes[0].value == 10);
  CHECK(classes[0].name == "rừng");
  CHECK(classes[0].clutter_height_m == 18.5);
}

TEST_CASE("everything wrong with a class table is said at once") {
  const VirtualFile file("classes.csv", "class,name,clutter_height_m\n10,a,-1\nx,b,3\n20,c,3\n20,d,nan\n");
  Problems problems;
  read_land_cover_classes(file.path(), problems);
  CHECK(problems.text() ==
        "/vsimem/classes.csv:2: clutter_height_m = '-1': is not a clutter height (allowed: 0 … 200 m)\n"
        "/vsimem/classes.csv:3: class = 'x': is not a whole number\n"
        "/vsimem/classes.csv:5: class = '20': the class is there twice\n"
        "/vsimem/classes.csv:5: clutter_height_m = 'nan': is not a clutter height (allowed: 0 … 200 m)\n");
  const VirtualFile other("other.csv", "class,height\n10,3\n");
  Problems missing;
  read_land_cover_classes(other.path(), missing);
  CHECK(missing.text() ==
        "/vsimem/other.csv:1: name: the column is missing\n"
        "/vsimem/other.csv:1: clutter_height_m: the column is missing\n");
}

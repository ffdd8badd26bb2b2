#include "gis/gpkg_writer.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "gis/gpkg_style.h"
#include "gis/layer_extent.h"
#include "gis/problem.h"
#include "gis/raster_writer.h"
#include "gis/zip_writer.h"
#include "tests/gis/temporary_folder.h"

namespace phusong::gis {
namespace {

std::vector<GpkgLayer> two_layers() {
  const OutputTable masts{.name = "masts", .columns = {{"id", ColumnType::kText}}, .rows = {{"A"}, {"B"}}};
  const OutputTable links{.name = "links", .columns = {{"id", ColumnType::kText}}, .rows = {{"A-B"}}};
  const MapPoint a{450000.0, 2490000.0}, b{451000.0, 2492000.0};
  return {{.table = masts, .shapes = std::vector{a, b}, .style = "<qgis/>"},
          {.table = links, .shapes = std::vector{MapLine{a, b}}, .style = ""}};
}

}  // namespace

TEST_CASE("a GeoPackage of points and lines keeps the style of each layer, in the same bytes each time") {
  const tests::TemporaryFolder folder;
  const WorkingCrs crs("EPSG:9211");
  write_gpkg(folder.path() / "a.gpkg", two_layers(), crs);
  write_gpkg(folder.path() / "b.gpkg", two_layers(), crs);
  CHECK(tests::bytes_of(folder.path() / "a.gpkg") == tests::bytes_of(folder.path() / "b.gpkg"));
  CHECK(gpkg_style(folder.path() / "a.gpkg", "masts") == "<qgis/>");
  CHECK(gpkg_style(folder.path() / "a.gpkg", "links").empty());
  const auto extent = layer_extent(folder.path() / "a.gpkg");
  REQUIRE(extent);
  CHECK(extent->left == 450000.0);
  CHECK(extent->top == 2492000.0);
  CHECK_THROWS_AS(layer_extent(folder.path() / "none.gpkg"), InputError);
}

TEST_CASE("heights keep a tenth of a metre, voids stay voids, and a raster has its extent") {
  const tests::TemporaryFolder folder;
  const Grid grid{.left_m = 500000, .top_m = 2400000, .cell_size_m = 30, .columns = 2, .rows = 1};
  const std::vector<float> heights = {123.44F, std::numeric_limits<float>::quiet_NaN()};
  write_height_cog(folder.path() / "a.tif", grid, WorkingCrs("EPSG:9211"), heights, {"ground", "m"});
  const auto extent = layer_extent(folder.path() / "a.tif");
  REQUIRE(extent);
  CHECK(extent->right == 500060.0);
  CHECK(extent->bottom == 2399970.0);
}

TEST_CASE("an archive has the same bytes each time") {
  const tests::TemporaryFolder folder;
  write_zip(folder.path() / "a.zip", {{"one.txt", "1"}, {"two.txt", "zwei"}});
  write_zip(folder.path() / "b.zip", {{"one.txt", "1"}, {"two.txt", "zwei"}});
  CHECK(tests::bytes_of(folder.path() / "a.zip").starts_with("PK"));
  CHECK(tests::bytes_of(folder.path() / "a.zip") == tests::bytes_of(folder.path() / "b.zip"));
}

}  // namespace phusong::gis

#include "gis/gpkg_writer.h"

#include <doctest/doctest.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <cmath>
#include <limits>
#include <map>
#include <string>

#include "gis/gdal_support.h"
#include "gis/layer_columns.h"
#include "gis/layer_extent.h"
#include "gis/problem.h"
#include "gis/raster_range.h"
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

/// The styles of a GeoPackage by the layers that they are for.
std::map<std::string, std::string> styles_in(const std::filesystem::path& path) {
  const DatasetPtr dataset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR));
  std::map<std::string, std::string> styles;
  for (const OGRFeatureUniquePtr& style : *dataset->GetLayerByName("layer_styles"))
    styles[style->GetFieldAsString("f_table_name")] = style->GetFieldAsString("styleQML");
  return styles;
}

}  // namespace

TEST_CASE("a GeoPackage of points and lines keeps the style of each layer, in the same bytes each time") {
  const tests::TemporaryFolder folder;
  const WorkingCrs crs("EPSG:9211");
  write_gpkg(folder.path() / "a.gpkg", two_layers(), crs);
  write_gpkg(folder.path() / "b.gpkg", two_layers(), crs);
  CHECK(tests::bytes_of(folder.path() / "a.gpkg") == tests::bytes_of(folder.path() / "b.gpkg"));
  CHECK(styles_in(folder.path() / "a.gpkg") == std::map<std::string, std::string>{{"masts", "<qgis/>"}});
  const auto extent = layer_extent(folder.path() / "a.gpkg");
  REQUIRE(extent);
  CHECK(extent->left == 450000.0);
  CHECK(extent->top == 2492000.0);
  CHECK_THROWS_AS(layer_extent(folder.path() / "none.gpkg"), InputError);
}

TEST_CASE("a layer's columns are read with their types, and a layer that is not there is an error") {
  const tests::TemporaryFolder folder;
  const OutputTable table{
      .name = "masts",
      .columns = {{"id", ColumnType::kText}, {"people", ColumnType::kInteger}, {"share", ColumnType::kReal}},
      .rows = {{"A", std::int64_t{3}, Number{0.5, 6}}}};
  write_gpkg(folder.path() / "a.gpkg", {{.table = table, .shapes = std::vector{MapPoint{1.0, 2.0}}, .style = ""}},
             WorkingCrs("EPSG:9211"));
  const std::vector<Column> columns = layer_columns(folder.path() / "a.gpkg", "masts");
  REQUIRE(columns.size() == 3);
  CHECK(columns[0].name == "id");
  CHECK(columns[1].type == ColumnType::kInteger);
  CHECK(columns[2].type == ColumnType::kReal);
  CHECK_THROWS_WITH_AS(layer_columns(folder.path() / "a.gpkg", "poles"), doctest::Contains("'poles'"), InputError);
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
  const auto range = raster_range(folder.path() / "a.tif");
  REQUIRE(range);
  CHECK(range->least == doctest::Approx(123.4));
  CHECK(range->greatest == doctest::Approx(123.4));
}

TEST_CASE("an archive has the same bytes each time") {
  const tests::TemporaryFolder folder;
  write_zip(folder.path() / "a.zip", {{"one.txt", "1"}, {"two.txt", "zwei"}});
  write_zip(folder.path() / "b.zip", {{"one.txt", "1"}, {"two.txt", "zwei"}});
  CHECK(tests::bytes_of(folder.path() / "a.zip").starts_with("PK"));
  CHECK(tests::bytes_of(folder.path() / "a.zip") == tests::bytes_of(folder.path() / "b.zip"));
}

}  // namespace phusong::gis

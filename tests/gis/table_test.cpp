#include "gis/table.h"

#include <doctest/doctest.h>
#include <gdal_utils.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "tests/gis/temporary_folder.h"
#include "tests/gis/virtual_file.h"

using namespace phusong::gis;
using phusong::tests::TemporaryFolder;
using phusong::tests::VirtualFile;
using Fields = std::vector<std::string>;

namespace {

std::string problems_of(const std::filesystem::path& path) {
  Problems problems;
  read_table(path, problems);
  return problems.text();
}

/// A table in another format, made by GDAL.
void convert(const std::string& from, const std::filesystem::path& to, const char* driver) {
  GDALAllRegister();
  const bool is_shapefile = driver == std::string("ESRI Shapefile");
  const char* const arguments[] = {"-f", driver, is_shapefile ? "-lco" : nullptr, "ENCODING=UTF-8", nullptr};
  GDALVectorTranslateOptions* const options = GDALVectorTranslateOptionsNew(const_cast<char**>(arguments), nullptr);
  GDALDatasetH source = GDALOpenEx(from.c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr);
  GDALClose(GDALVectorTranslate(to.c_str(), nullptr, 1, &source, options, nullptr));
  GDALClose(source);
  GDALVectorTranslateOptionsFree(options);
}

const char* const kPoints = R"({"type": "FeatureCollection", "name": "hamlets", "features": [
  {"type": "Feature", "properties": {"hamlet_id": "H1", "population": 12, "share": 0.1, "name": null},
   "geometry": {"type": "Point", "coordinates": [105.25, 22.5]}},
  {"type": "Feature", "properties": {"hamlet_id": "H2", "population": 7, "share": 0.25, "name": "Bản"},
   "geometry": null}]})";

}  // namespace

TEST_CASE("a CSV comes as text with its lines") {
  const VirtualFile file("sites.csv", "site_id,lon_deg\nA,105.10\nB,\n");
  Problems problems;
  const Table table = read_table(file.path(), problems);
  CHECK(problems.text() == "");
  CHECK(table.file == file.path());
  CHECK(table.columns == Fields{"site_id", "lon_deg"});
  CHECK(table.rows[0].row == 2);
  CHECK(table.rows[0].values == Fields{"A", "105.10"});
  CHECK(table.rows[1].values == Fields{"B", ""});
  CHECK_FALSE(table.crs);
}

TEST_CASE("GeoJSON points come with their position, their CRS and their values as text") {
  const VirtualFile file("hamlets.geojson", kPoints);
  Problems problems;
  const Table table = read_table(file.path(), problems);
  CHECK(problems.text() == "");
  CHECK(table.columns == Fields{"hamlet_id", "population", "share", "name"});
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0].values == Fields{"H1", "12", "0.1", ""});
  CHECK(table.rows[0].point.value().x_m == 105.25);
  CHECK(table.rows[0].point.value().y_m == 22.5);
  CHECK_FALSE(table.rows[1].point);
  CHECK(table.crs.value() == "EPSG:4326");
}

TEST_CASE("GeoPackage, Shapefile and FlatGeobuf points come as GeoJSON ones do") {
  const VirtualFile file("hamlets.geojson", kPoints);
  const TemporaryFolder folder;
  for (const auto& [name, driver] :
       {std::pair{"h.gpkg", "GPKG"}, {"h.shp", "ESRI Shapefile"}, {"h.fgb", "FlatGeobuf"}}) {
    CAPTURE(name);
    convert(file.path(), folder.path() / name, driver);
    Problems problems;
    const Table table = read_table(folder.path() / name, problems);
    CHECK(problems.text() == "");
    CHECK(table.columns.front() == "hamlet_id");
    REQUIRE_FALSE(table.rows.empty());
    CHECK(table.rows[0].values == Fields{"H1", "12", "0.1", ""});
    CHECK(table.rows[0].point.value().x_m == 105.25);
    CHECK(table.rows[0].point.value().y_m == 22.5);
    CHECK(table.crs.value() == "EPSG:4326");
  }
}

TEST_CASE("a spreadsheet's first sheet comes as text under its header") {
  const VirtualFile file("cells.csv", "cell_id,azimuth_deg,site\nC1,120,007\nC2,,8\n");
  const TemporaryFolder folder;
  for (const auto& [name, driver] : {std::pair{"c.xlsx", "XLSX"}, {"c.ods", "ODS"}}) {
    CAPTURE(name);
    convert(file.path(), folder.path() / name, driver);
    Problems problems;
    const Table table = read_table(folder.path() / name, problems);
    CHECK(problems.text() == "");
    CHECK(table.columns == Fields{"cell_id", "azimuth_deg", "site"});
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0].values == Fields{"C1", "120", "007"});
    CHECK(table.rows[1].values == Fields{"C2", "", "8"});
    CHECK(table.rows[0].row == 2);
  }
}

TEST_CASE("a geometry that is not a point is a problem, said once") {
  const VirtualFile file("areas.geojson", R"({"type": "FeatureCollection", "features": [
    {"type": "Feature", "id": 4, "properties": {"a": 1},
     "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}},
    {"type": "Feature", "id": 5, "properties": {"a": 1},
     "geometry": {"type": "LineString", "coordinates": [[0, 0], [1, 0]]}}]})");
  CHECK(problems_of(file.path()) ==
        "/vsimem/areas.geojson:4: geometry POLYGON where points are expected (2 such rows)\n");
}

TEST_CASE("what cannot be a table says why") {
  const VirtualFile empty("empty.csv", "");
  const VirtualFile noise("noise.gpkg", "this is no database");
  const TemporaryFolder folder;
  CHECK(problems_of(empty.path()) == "/vsimem/empty.csv: is empty\n");
  CHECK(problems_of("/no/such.csv") == "/no/such.csv: does not exist\n");
  CHECK(problems_of(folder.path()) == folder.path().string() + ": is a directory, not a file\n");
  CHECK(problems_of(noise.path()).find("/vsimem/noise.gpkg: is not a table that GDAL reads: ") == 0);
}

TEST_CASE("a file without read permission says so" * doctest::skip(geteuid() == 0)) {
  const TemporaryFolder folder;
  const std::filesystem::path path = folder.path() / "locked.csv";
  std::ofstream(path) << "a\n1\n";
  std::filesystem::permissions(path, std::filesystem::perms::none);
  CHECK(problems_of(path) == path.string() + ": cannot be read (permission?)\n");
}

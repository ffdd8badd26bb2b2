#include "gis/table.h"

#include <doctest/doctest.h>
#include <gdal_utils.h>
#include <sys/stat.h>
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

/// Adds the first layer of another file to a GeoPackage.
void add_layer(const std::string& from, const std::filesystem::path& to, const char* name) {
  const char* const arguments[] = {"-update", "-append", "-nln", name, nullptr};
  GDALVectorTranslateOptions* const options = GDALVectorTranslateOptionsNew(const_cast<char**>(arguments), nullptr);
  GDALDatasetH source = GDALOpenEx(from.c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr);
  GDALDatasetH target = GDALOpenEx(to.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, nullptr, nullptr, nullptr);
  GDALVectorTranslate(nullptr, target, 1, &source, options, nullptr);
  GDALClose(target);
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

TEST_CASE("the one sheet of a spreadsheet comes as text under its header") {
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

TEST_CASE("what QGIS keeps in a GeoPackage beside its data is no table of ours") {
  const VirtualFile points("hamlets.geojson", kPoints);
  const VirtualFile styles("styles.csv", "f_table_name,styleQML\nhamlets,<qgis/>\n");
  const TemporaryFolder folder;
  const std::filesystem::path path = folder.path() / "h.gpkg";
  convert(points.path(), path, "GPKG");
  add_layer(styles.path(), path, "layer_styles");
  Problems problems;
  CHECK(read_table(path, problems).rows.size() == 2);
  CHECK(problems.text() == "");
}

TEST_CASE("of the layers of a GeoPackage the one with the columns is taken, and two such are an error") {
  const VirtualFile points("hamlets.geojson", kPoints);
  const VirtualFile other("other.csv", "site_id,height\nS,40\n");
  const TemporaryFolder folder;
  const std::filesystem::path path = folder.path() / "h.gpkg";
  convert(points.path(), path, "GPKG");
  add_layer(other.path(), path, "sites");
  const TableWish wish = {{{"hamlet_id"}, true}};
  Problems problems;
  CHECK(read_table(path, wish, problems).rows.size() == 2);
  CHECK(problems.text() == "");
  add_layer(points.path(), path, "old");
  read_table(path, wish, problems);
  CHECK(problems.text().find("the layers 'hamlets', 'old' have the columns of the table: which is meant?") !=
        std::string::npos);
}

TEST_CASE("dates come as GeoJSON has them, and in ISO 8601 from other formats") {
  const VirtualFile file("d.geojson", R"({"type": "FeatureCollection", "name": "d", "features": [
    {"type": "Feature", "properties": {"day": "2024-03-01", "time": "2024-03-01T07:30:00Z"},
     "geometry": {"type": "Point", "coordinates": [105, 22]}}]})");
  Problems problems;
  CHECK(read_table(file.path(), problems).rows.at(0).values == Fields{"2024-03-01", "2024-03-01T07:30:00Z"});
  const TemporaryFolder folder;
  convert(file.path(), folder.path() / "d.gpkg", "GPKG");
  CHECK(read_table(folder.path() / "d.gpkg", problems).rows.at(0).values ==
        Fields{"2024-03-01", "2024-03-01T07:30:00Z"});
  CHECK(problems.text() == "");
}

TEST_CASE("the first feature of GeoJSON is named by its id, which is 0") {
  const VirtualFile file("areas.geojson", R"({"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"a": 1}, "geometry": {"type": "LineString", "coordinates": [[0, 0], [1, 0]]}}]})");
  CHECK(problems_of(file.path()).find("/vsimem/areas.geojson:0: geometry LINESTRING") == 0);
}

TEST_CASE("columns that differ only in case are a problem in every format") {
  const VirtualFile file("c.geojson", R"({"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"Note": "a", "note": "b"},
     "geometry": {"type": "Point", "coordinates": [105, 22]}}]})");
  CHECK(problems_of(file.path()) == "/vsimem/c.geojson: note: the column is there twice\n");
}

TEST_CASE("a pipe is refused at once") {
  const TemporaryFolder folder;
  for (const char* const name : {"p.csv", "p.xlsx", "p.geojson"}) {
    const std::filesystem::path path = folder.path() / name;
    REQUIRE(mkfifo(path.c_str(), 0600) == 0);
    CHECK(problems_of(path) == path.string() + ": is a pipe or a device, not a file\n");
  }
}

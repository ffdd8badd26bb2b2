#include "gis/table.h"

#include <doctest/doctest.h>
#include <gdal_utils.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <regex>
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
    const std::string shown = name;
    CAPTURE(shown);
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
    const std::string shown = name;
    CAPTURE(shown);
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

TEST_CASE("a layer of ours may have a name that begins as QGIS's own tables do") {
  const VirtualFile points("p.geojson",
                           std::regex_replace(kPoints, std::regex(R"("name": "hamlets")"), R"("name": "qgis_tram")"));
  const VirtualFile styles("styles.csv", "f_table_name,styleQML\nhamlets,<qgis/>\n");
  const TemporaryFolder folder;
  const std::filesystem::path path = folder.path() / "h.gpkg";
  convert(points.path(), path, "GPKG");
  for (const char* const own : {"layer_styles", "qgis_projects", "qgis_layer_metadata"})
    add_layer(styles.path(), path, own);
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

namespace {

/// Writes a Shapefile whose text is UTF-8 and whose one word on that is left out or changed.
std::filesystem::path shapefile(const TemporaryFolder& folder, const char* points) {
  const VirtualFile file("hamlets.geojson", points);
  std::filesystem::path path = folder.path() / "h.shp";
  convert(file.path(), path, "ESRI Shapefile");
  return path;
}

/// Puts bytes at a place of a file, or of what it holds.
void overwrite(const std::filesystem::path& path, std::size_t at, const std::string& bytes) {
  std::string content = phusong::tests::bytes_of(path);
  content.replace(at, bytes.size(), bytes);
  std::ofstream(path, std::ios::binary) << content;
}

}  // namespace

TEST_CASE("a Shapefile's text that is UTF-8 and said to be something else is refused, and told what to write where") {
  const TemporaryFolder folder;
  const std::filesystem::path path = shapefile(folder, kPoints), dbf = folder.path() / "h.dbf";
  CHECK(problems_of(path) == "");
  std::filesystem::remove(folder.path() / "h.cpg");
  constexpr std::size_t kLanguageByte = 29;
  overwrite(dbf, kLanguageByte, std::string(1, '\x57'));
  CHECK(problems_of(path) == path.string() +
                                 ":1: name = 'Bản': the text of 1 rows is UTF-8 and would be read as ISO-8859-1: put "
                                 "the one word UTF-8 into the file h.cpg beside the .dbf\n");
  overwrite(dbf, kLanguageByte, "\x03");
  CHECK(problems_of(path).find("is UTF-8 and would be read as CP1252") != std::string::npos);
  std::ofstream(folder.path() / "h.cpg") << "UTF-8";
  CHECK(problems_of(path) == "");
}

TEST_CASE("a Shapefile's text of a single byte a letter is read by its encoding") {
  const TemporaryFolder folder;
  const std::filesystem::path path = shapefile(folder, kPoints), dbf = folder.path() / "h.dbf";
  const std::size_t name = phusong::tests::bytes_of(dbf).find("Bản");
  REQUIRE(name != std::string::npos);
  overwrite(dbf, name, "B\xE0n  ");
  std::ofstream(folder.path() / "h.cpg") << "ISO-8859-1";
  Problems problems;
  CHECK(read_table(path, problems).rows.at(1).values[3] == "Bàn");
  CHECK(problems.text() == "");
}

TEST_CASE("a Shapefile whose last letters GDAL would drop is refused") {
  const TemporaryFolder folder;
  const std::filesystem::path path = shapefile(folder, kPoints);
  for (const char* const encoding : {"CP1258", "1258"}) {
    std::ofstream(folder.path() / "h.cpg") << encoding;
    CAPTURE(encoding);
    CHECK(problems_of(path).find("the last letters would be lost: save the layer as UTF-8") != std::string::npos);
  }
}

TEST_CASE("stars in the place of a Shapefile's number, and other text, are refused with their row") {
  const TemporaryFolder folder;
  const std::filesystem::path path = shapefile(folder, kPoints), dbf = folder.path() / "h.dbf";
  const std::size_t people = phusong::tests::bytes_of(dbf).find("       12");
  REQUIRE(people != std::string::npos);
  overwrite(dbf, people, "*********");
  for (const std::filesystem::path& either : {path, dbf}) {
    Problems problems;
    const Table table = read_table(either, problems);
    CHECK(problems.text() == either.string() +
                                 ":0: population = '*********': a number that had no room in the field, and is lost "
                                 "(allowed: the number, in a wider field)\n");
    REQUIRE(table.rows.size() == 1);
    CHECK(table.rows[0].row == 1);
  }
  overwrite(dbf, people, "      1,5");
  CHECK(problems_of(path) ==
        path.string() + ":0: population = '1,5': is not a number (allowed: a number with a decimal point)\n");
}

TEST_CASE("a Shapefile without its .dbf says so") {
  const TemporaryFolder folder;
  const std::filesystem::path path = shapefile(folder, kPoints);
  std::filesystem::remove(folder.path() / "h.dbf");
  CHECK(problems_of(path) ==
        path.string() + ": the file h.dbf beside it is missing, which holds all columns of a Shapefile\n");
}

TEST_CASE("whole numbers of many digits that a GeoPackage holds as real ones are written out") {
  const VirtualFile file("hamlets.geojson", R"({"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"id": 25000000000000100.0, "share": 0.1},
     "geometry": {"type": "Point", "coordinates": [105.25, 22.5]}},
    {"type": "Feature", "properties": {"id": 1.5, "share": 1e-7},
     "geometry": {"type": "Point", "coordinates": [105.25, 22.5]}}]})");
  const TemporaryFolder folder;
  convert(file.path(), folder.path() / "h.gpkg", "GPKG");
  for (const std::filesystem::path& path : {std::filesystem::path(file.path()), folder.path() / "h.gpkg"}) {
    Problems problems;
    const Table table = read_table(path, problems);
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0].values == Fields{"25000000000000100", "0.1"});
    CHECK(table.rows[1].values == Fields{"1.5", "1e-07"});
  }
}

TEST_CASE("a text file parted by tabs is a table") {
  for (const char* const name : {"sites.txt", "sites.tsv"}) {
    CAPTURE(name);
    const VirtualFile file(name, "site_id\tlon_deg\nA\t105,25\n");
    Problems problems;
    const Table table = read_table(file.path(), problems);
    CHECK(problems.text() == "");
    CHECK(table.columns == Fields{"site_id", "lon_deg"});
    REQUIRE(table.rows.size() == 1);
    CHECK(table.rows[0].values == Fields{"A", "105,25"});
  }
}

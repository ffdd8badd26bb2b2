#include "gis/vector_writer.h"

#include <doctest/doctest.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "gis/table.h"
#include "tests/gis/temporary_folder.h"

using namespace phusong::gis;
using phusong::tests::bytes_of;
using phusong::tests::TemporaryFolder;

namespace {

OutputTable hamlets() {
  return {.name = "hamlets",
          .columns = {{"hamlet_id", ColumnType::kText},
                      {"population", ColumnType::kInteger},
                      {"level_dbm", ColumnType::kReal}},
          .rows = {{std::string("Bản \"Lãm\", 1"), std::int64_t{120}, Number{-95.125, 2}},
                   {std::string("=1+2"), std::monostate{}, Number{-0.001, 2}},
                   {std::string(""), std::int64_t{0}, Number{std::nan(""), 2}}}};
}

std::string csv_of(const OutputTable& table) {
  const TemporaryFolder folder;
  write_csv(folder.path() / "t.csv", table, CsvStyle::kComma);
  return bytes_of(folder.path() / "t.csv");
}

std::string csv_cell(const std::string& text) {
  const std::string csv = csv_of({.columns = {{"a"}, {"b"}}, .rows = {{text, std::string("end")}}});
  const std::size_t start = csv.find('\n') + 1;
  return csv.substr(start, csv.size() - start - std::string(",end\n").size());
}

}  // namespace

TEST_CASE("a CSV is UTF-8 with a byte order mark, quoted where needed, with fixed decimals") {
  CHECK(csv_of(hamlets()) ==
        "\xEF\xBB\xBFhamlet_id,population,level_dbm\n"
        "\"Bản \"\"Lãm\"\", 1\",120,-95.12\n"
        "'=1+2,,0.00\n"
        ",0,\n");
}

TEST_CASE("text that a spreadsheet would run is kept text, one that looks like a number is quoted alone") {
  CHECK(csv_cell("=cmd|' /C calc'!A0") == "'=cmd|' /C calc'!A0");
  CHECK(csv_cell("@SUM(1)") == "'@SUM(1)");
  CHECK(csv_cell("-2+3") == "'-2+3");
  CHECK(csv_cell("+84 912") == "'+84 912");
  CHECK(csv_cell("\tx") == "'\tx");
  CHECK(csv_cell("\rx") == "\"'\rx\"");
  CHECK(csv_cell("-inf") == "'-inf");
  CHECK(csv_cell("-12.5") == "\"-12.5\"");
  CHECK(csv_cell("+84912") == "\"+84912\"");
  CHECK(csv_cell("a=b") == "a=b");
  CHECK(csv_cell("- Xã") == "'- Xã");
}

TEST_CASE("a CSV that is read again is the table that was written, blanks at the ends of texts aside") {
  const TemporaryFolder folder;
  const std::vector<std::string> texts{"two\nlines", "a,b", "say \"yes\"", "Bản", "1;2", ""};
  OutputTable table{.columns = {{"text"}, {"end"}}};
  for (const std::string& text : texts)
    table.rows.push_back({text, std::string("x")});
  write_csv(folder.path() / "t.csv", table, CsvStyle::kComma);
  Problems problems;
  const Table again = read_table(folder.path() / "t.csv", problems);
  CHECK(problems.text() == "");
  REQUIRE(again.rows.size() == texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i)
    CHECK(again.rows[i].values[0] == texts[i]);
}

TEST_CASE("GeoJSON has WGS84 points with six decimals, numbers with theirs, and null for nothing") {
  const TemporaryFolder folder;
  write_geojson_points(folder.path() / "h.geojson", hamlets(),
                       {{105.1, 22.1234567}, {105.2, 22.2}, {std::nan(""), 22}});
  const std::string text = bytes_of(folder.path() / "h.geojson");
  CHECK(text ==
        R"({"type":"FeatureCollection","name":"hamlets","features":[
{"type":"Feature","properties":{"hamlet_id":"Bản \"Lãm\", 1","population":120,"level_dbm":-95.12},"geometry":{"type":"Point","coordinates":[105.100000,22.123457]}},
{"type":"Feature","properties":{"hamlet_id":"=1+2","population":null,"level_dbm":0.00},"geometry":{"type":"Point","coordinates":[105.200000,22.200000]}},
{"type":"Feature","properties":{"hamlet_id":"","population":0,"level_dbm":null},"geometry":null}
]}
)");
  CHECK(nlohmann::json::parse(text)["features"].size() == 3);
}

TEST_CASE("a GeoPackage gives back its points, values and CRS") {
  const TemporaryFolder folder;
  const std::filesystem::path path = folder.path() / "h.gpkg";
  const std::vector<MapPoint> points{{500000.25, 2400000.5}, {1, 2}, {3, 4}};
  write_gpkg_points(path, hamlets(), points, WorkingCrs("EPSG:9211"));
  Problems problems;
  const Table table = read_table(path, problems);
  CHECK(problems.text() == "");
  CHECK(table.crs.value() == "EPSG:9211");
  CHECK(table.columns == std::vector<std::string>{"hamlet_id", "population", "level_dbm"});
  REQUIRE(table.rows.size() == 3);
  CHECK(table.rows[0].values == std::vector<std::string>{"Bản \"Lãm\", 1", "120", "-95.12"});
  CHECK(table.rows[1].values == std::vector<std::string>{"=1+2", "", "0"});
  CHECK(table.rows[2].values == std::vector<std::string>{"", "0", ""});
  CHECK(table.rows[0].point.value().x_m == 500000.25);
  CHECK(table.rows[0].point.value().y_m == 2400000.5);
}

TEST_CASE("the same points give the same GeoPackage bytes") {
  const TemporaryFolder folder;
  const std::vector<MapPoint> points{{500000.25, 2400000.5}, {1, 2}, {3, 4}};
  for (const char* const name : {"a.gpkg", "b.gpkg"})
    write_gpkg_points(folder.path() / name, hamlets(), points, WorkingCrs("EPSG:9211"));
  CHECK(bytes_of(folder.path() / "a.gpkg") == bytes_of(folder.path() / "b.gpkg"));
}

TEST_CASE("columns named as GeoPackage's own are kept") {
  const TemporaryFolder folder;
  const OutputTable table{.name = "t",
                          .columns = {{"FID", ColumnType::kText}, {"geom", ColumnType::kText}},
                          .rows = {{std::string("x"), std::string("y")}}};
  write_gpkg_points(folder.path() / "t.gpkg", table, {{1, 2}}, WorkingCrs("EPSG:9211"));
  Problems problems;
  const Table again = read_table(folder.path() / "t.gpkg", problems);
  CHECK(problems.text() == "");
  CHECK(again.columns == std::vector<std::string>{"FID", "geom"});
  CHECK(again.rows.at(0).values == std::vector<std::string>{"x", "y"});
}

TEST_CASE("points that do not match the rows are refused") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(write_geojson_points(folder.path() / "a.geojson", hamlets(), {}), std::invalid_argument);
  CHECK_THROWS_AS(write_gpkg_points(folder.path() / "a.gpkg", hamlets(), {}, WorkingCrs("EPSG:9211")),
                  std::invalid_argument);
}

TEST_CASE("a table that cannot be written is named") {
  for (const char* const name : {"/no/such/folder/t.csv", "/no/such/folder/t.geojson", "/no/such/folder/t.gpkg"}) {
    try {
      const std::string path = name;
      const std::vector<MapPoint> points(3);
      const std::vector<LonLat> places(3);
      if (path.ends_with("csv")) write_csv(path, hamlets(), CsvStyle::kComma);
      if (path.ends_with("geojson")) write_geojson_points(path, hamlets(), places);
      if (path.ends_with("gpkg")) write_gpkg_points(path, hamlets(), points, WorkingCrs("EPSG:9211"));
      FAIL("nothing thrown");
    } catch (const std::runtime_error& error) {
      CHECK(std::string(error.what()).find(std::string(name) + ": cannot be written: ") == 0);
    }
  }
}

TEST_CASE("a CSV for a spreadsheet has semicolons and decimal commas, and reads back as the other does") {
  const TemporaryFolder folder;
  const OutputTable table{.name = "t",
                          .columns = {{"name"}, {"cost", ColumnType::kReal}, {"count", ColumnType::kInteger}},
                          .rows = {{std::string("a;b"), Number{1234.5, 2}, std::int64_t{1000}},
                                   {std::string("1.5"), Number{-0.25, 6}, std::monostate{}}}};
  write_csv(folder.path() / "t.csv", table, CsvStyle::kSemicolon);
  CHECK(phusong::tests::bytes_of(folder.path() / "t.csv") ==
        "\xEF\xBB\xBFname;cost;count\n\"a;b\";1234,50;1000\n\"1.5\";-0,250000;\n");
  Problems problems;
  const Table again = read_table(folder.path() / "t.csv", problems);
  CHECK(again.marks.comma_seen);
  CHECK(again.rows[0].values == std::vector<std::string>{"a;b", "1234,50", "1000"});
}

TEST_CASE("no number is written with exactly three decimals") {
  const TemporaryFolder folder;
  const OutputTable table{.name = "t",
                          .columns = {{"a", ColumnType::kReal}},
                          .rows = {{Number{700.0, 3}}, {Number{12.345, 3}}, {Number{12.345, 2}}, {Number{5, 0}}}};
  write_csv(folder.path() / "t.csv", table, CsvStyle::kComma);
  CHECK(phusong::tests::bytes_of(folder.path() / "t.csv") ==
        "\xEF\xBB\xBF"
        "a\n700.0000\n12.3450\n12.35\n5\n");
}

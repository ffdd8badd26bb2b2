#include <doctest/doctest.h>
#include <fmt/format.h>

#include "tests/gis/virtual_file.h"
#include "tests/intake/imported.h"

using namespace phusong;
using namespace phusong::intake;
using namespace phusong::tests;

namespace {

using Texts = std::vector<std::string>;

const ImportOptions kPlaceOptions{.kind = ImportKind::kSites, .defaults = {{"operator", "A"}, {"mast_height_m", "42"}}};

/// One line of the account per row, without what --default gave.
Texts place_account(const ImportedTable& table) {
  Texts lines = account_of(table);
  std::erase_if(lines, [](const std::string& line) { return line.find("--default") != std::string::npos; });
  return lines;
}

std::string lon_lat(const ImportedTable& table, std::size_t row) {
  return fmt::format("{} {}", value_of(table, row, "lon_deg"), value_of(table, row, "lat_deg"));
}

}  // namespace

TEST_CASE("degrees, minutes and seconds become degrees") {
  const ImportedTable table =
      imported("Mã trạm;Kinh độ;Vĩ độ\nA1;105°20'53,1\"E;22°37'45,3\"N\nA2;105 25 12.4;22 36 08.9\n", kPlaceOptions);
  CHECK(lon_lat(table, 0) == "105.3480833 22.62925");
}

TEST_CASE("longitude and latitude in each other's columns are exchanged, and that is told") {
  const ImportedTable table = imported(
      "Mã trạm,Kinh độ,Vĩ độ\nA1,105.34808,22.62924\nA2,22.63924,105.35808\nA3,22°30'N,105°30'E\n", kPlaceOptions);
  CHECK(lon_lat(table, 1) == "105.35808 22.63924");
  CHECK(lon_lat(table, 2) == "105.5 22.5");
  const Texts account = place_account(table);
  REQUIRE(account.size() == 2);
  CHECK(account[0].find("3 changed lon_deg, lat_deg: '22.63924, 105.35808' → '105.35808, 22.63924'; longitude") == 0);
}

TEST_CASE("outside Vietnam the other rows tell") {
  const ImportedTable table =
      imported("Mã trạm,Kinh độ,Vĩ độ\nA1,2.35,48.85\nA2,2.36,48.86\nA3,48.87,2.37\nA4,2.38,48.88\n", kPlaceOptions);
  CHECK(lon_lat(table, 2) == "2.37 48.87");
  CHECK(place_account(table).size() == 1);
}

TEST_CASE("a row outside Vietnam is refused where others are in it, or kept if that is wanted") {
  const std::string text = "Mã trạm,Kinh độ,Vĩ độ\nA1,105.34808,22.62924\nA2,10.534808,22.62924\n";
  const ImportedTable table = imported(text, kPlaceOptions);
  CHECK(table.rows_written == 1);
  CHECK(place_account(table).front().find("outside Vietnam") != std::string::npos);
  ImportOptions anywhere = kPlaceOptions;
  anywhere.anywhere = true;
  CHECK(imported(text, anywhere).rows_written == 2);
}

TEST_CASE("no position, zeros and words are refused") {
  const ImportedTable table =
      imported("Mã trạm,Kinh độ,Vĩ độ\nA1,105.3,22.6\nA2,,\nA3,0,0\nA4,chưa đo,22.6\nA5,105.3,95\n", kPlaceOptions);
  CHECK(values_of(table, "site_id") == Texts{"A1"});
  CHECK(table.rows_refused == 4);
}

TEST_CASE("VN-2000 of several zones in one file goes by the province, X being north as in Vietnam or east") {
  // Published: 105.30 E 23.45 N is 479370.4 E 2594236.0 N in EPSG:9209.
  const ImportedTable table =
      imported("Mã trạm;X;Y;Tỉnh\nA1;2594236,0;479370,4;Hà Giang\nA2;2500000;450000;Bắc Kạn\n", kPlaceOptions);
  REQUIRE(table.rows_written == 2);
  CHECK(std::stod(value_of(table, 0, "lon_deg")) == doctest::Approx(105.3).epsilon(1e-8));
  CHECK(std::stod(value_of(table, 0, "lat_deg")) == doctest::Approx(23.45).epsilon(1e-8));
  CHECK(std::stod(value_of(table, 1, "lon_deg")) == doctest::Approx(106.0156).epsilon(1e-5));
  CHECK(value_of(table, 0, "x_m").empty());
  CHECK(value_of(table, 0, "Tỉnh") == "Hà Giang");
  const ImportedTable east_first = imported("Mã trạm;X;Y;Tỉnh\nA1;479370,4;2594236,0;Tỉnh Hà Giang\n", kPlaceOptions);
  CHECK(lon_lat(east_first, 0) == lon_lat(table, 0));
}

TEST_CASE("a meridian in the row tells the zone too, and --crs that of the whole file") {
  const std::string text = "Mã trạm;X;Y;Kinh tuyến trục\nA1;2500000;500000;106°30'\nA2;2500000;500000;105.5\n";
  const ImportedTable table = imported(text, kPlaceOptions);
  CHECK(std::stod(value_of(table, 0, "lon_deg")) == doctest::Approx(106.5).epsilon(1e-4));
  CHECK(std::stod(value_of(table, 1, "lon_deg")) == doctest::Approx(105.5).epsilon(1e-4));
  ImportOptions options = kPlaceOptions;
  options.crs = "EPSG:9211";
  const ImportedTable one_zone = imported("Mã trạm;X;Y\nA1;2500000;500000\n", options);
  CHECK(std::stod(value_of(one_zone, 0, "lon_deg")) == doctest::Approx(106.0).epsilon(1e-4));
}

TEST_CASE("a zone that cannot be told is refused with its candidates") {
  const ImportedTable table = imported(
      "Mã trạm;X;Y;Tỉnh;Huyện\nA1;2500000;500000;Tuyên Quang;\nA2;2500000;500000;Tuyên Quang;Na Hang\n"
      "A3;2500000;500000;;\n",
      kPlaceOptions);
  CHECK(values_of(table, "site_id") == Texts{"A2"});
  const Texts account = place_account(table);
  CHECK(account.front() ==
        "2 refused x_m, y_m: '2500000, 500000' → ''; the VN-2000 zone is ambiguous: EPSG:9209 (105°30′), EPSG:9211 "
        "(106°00′)");
  CHECK(account.back().find("the VN-2000 zone is not known") != std::string::npos);
}

TEST_CASE("outlines of communes tell a zone that the province does not") {
  const VirtualFile communes("communes.geojson",
                             R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"name":"Sính Lủng"},"geometry":{"type":"Polygon",
         "coordinates":[[[105.4,22.5],[105.6,22.5],[105.6,22.7],[105.4,22.7],[105.4,22.5]]]}},
        {"type":"Feature","properties":{"name":"Xã Khau Tinh"},"geometry":{"type":"Polygon",
         "coordinates":[[[105.9,22.5],[106.1,22.5],[106.1,22.7],[105.9,22.7],[105.9,22.5]]]}}]})");
  ImportOptions options = kPlaceOptions;
  options.communes = communes.path();
  const ImportedTable table = imported(
      "Mã trạm;X;Y;Tỉnh;Xã\nA1;2500000;500000;Tuyên Quang;Khau Tinh\nA2;2500000;500000;Tuyên Quang;xã Sính Lủng\n"
      "A3;2500000;500000;Tuyên Quang;\nA4;2400000;500000;Tuyên Quang;\nA5;2500000;470000;;\n",
      options);
  CHECK(values_of(table, "site_id") == Texts{"A1", "A2"});
  CHECK(std::stod(value_of(table, 0, "lon_deg")) == doctest::Approx(106.0).epsilon(1e-4));
  CHECK(std::stod(value_of(table, 1, "lon_deg")) == doctest::Approx(105.5).epsilon(1e-4));
  const Texts account = place_account(table);
  CHECK(account[account.size() - 3].find("4 refused x_m, y_m: '2500000, 500000' → ''; the VN-2000 zone is ambiguous") ==
        0);
  CHECK(account[account.size() - 2].find("no zone puts the point into the outline") != std::string::npos);
}

TEST_CASE("degrees in columns for metres are degrees") {
  const ImportedTable table = imported("Mã trạm,X,Y\nA1,105.34808,22.62924\nA2,22.63924,105.35808\n", kPlaceOptions);
  CHECK(lon_lat(table, 0) == "105.34808 22.62924");
  CHECK(lon_lat(table, 1) == "105.35808 22.63924");
}

TEST_CASE("one column may hold both coordinates, and eight their parts") {
  const ImportedTable pair = imported("Mã trạm;Tọa độ\nA1;22.62924, 105.34808\nA2;22°30'N 105°30'E\n", kPlaceOptions);
  CHECK(lon_lat(pair, 0) == "105.34808 22.62924");
  CHECK(lon_lat(pair, 1) == "105.5 22.5");
  const ImportedTable parts = imported(
      "site_id,lat_degrees,lat_minutes,lat_seconds,lat_direction,long_degrees,long_minutes,long_seconds,long_"
      "direction\n"
      "A1,40,30,36.0,N,74,15,0,W\n",
      kPlaceOptions);
  CHECK(lon_lat(parts, 0) == "-74.25 40.51");
}

TEST_CASE("points of a file are positions, and columns beside them the same ones or a refusal") {
  const VirtualFile points("masts.geojson", R"({"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"Mã trạm":"A1"},"geometry":{"type":"Point","coordinates":[105.3,22.6]}},
      {"type":"Feature","properties":{"Mã trạm":"A2","Kinh độ":105.4,"Vĩ độ":22.6},
       "geometry":{"type":"Point","coordinates":[105.40001,22.6]}},
      {"type":"Feature","properties":{"Mã trạm":"A3","Kinh độ":105.4,"Vĩ độ":22.7},
       "geometry":{"type":"Point","coordinates":[105.41,22.7]}}]})");
  ImportOptions options = kPlaceOptions;
  options.file = points.path();
  const ImportedTable table = import_table(options);
  CHECK(values_of(table, "site_id") == Texts{"A1", "A2"});
  CHECK(lon_lat(table, 0) == "105.3 22.6");
  CHECK(place_account(table).back().find("two positions are 1026 m apart") != std::string::npos);
}

TEST_CASE("on 105° a zone of 3° and one of 6° have their middle: the row or its province tells which") {
  const std::string header = "Mã trạm;X;Y;Kinh tuyến trục;Tỉnh\n";
  const ImportedTable table = imported(header +
                                           "A1;2500000;550000;105 múi 3;\nA2;2500000;551000;105°, múi 6;\n"
                                           "A3;2325000;552000;105;Hà Nội\nA4;2500000;553000;105;\n",
                                       kPlaceOptions);
  CHECK(values_of(table, "site_id") == Texts{"A1", "A2", "A3"});
  // The scales on the meridian are 0.9999 and 0.9996.
  const double north_3_deg = std::stod(value_of(table, 0, "lat_deg")),
               north_6_deg = std::stod(value_of(table, 1, "lat_deg"));
  CHECK((north_6_deg - north_3_deg) * 110700.0 == doctest::Approx(750.0).epsilon(0.01));
  CHECK(place_account(table).back() ==
        "5 refused x_m, y_m: '2500000, 553000' → ''; the VN-2000 zone is ambiguous: EPSG:5897 (105°00′), EPSG:3405 "
        "(105°00′, 6°)");
}

TEST_CASE("coordinates that lie outside the area of their province's zone are of another zone") {
  const ImportedTable table =
      imported("Mã trạm;X;Y;Tỉnh\nA1;2480000;450000;Bắc Kạn\nA2;2480000;590000;Bắc Kạn\n", kPlaceOptions);
  CHECK(values_of(table, "site_id") == Texts{"A1"});
  CHECK(place_account(table).back().find("outside the area of the province's zone EPSG:9213") != std::string::npos);
}

TEST_CASE("two numbers in metres in one column are coordinates of VN-2000") {
  const ImportedTable table = imported("Mã trạm;Tọa độ;Tỉnh\nA1;2594236,0 479370,4;Hà Giang\n", kPlaceOptions);
  CHECK(std::stod(value_of(table, 0, "lon_deg")) == doctest::Approx(105.3).epsilon(1e-8));
}

TEST_CASE("a position that is refused stands in the account as in the source") {
  const ImportedTable table = imported("Mã trạm;Kinh độ;Vĩ độ\nA1;105,3;22,6\nA2;120°30';22°30'\n", kPlaceOptions);
  CHECK(place_account(table).back().find("3 refused lon_deg, lat_deg: '120°30', 22°30''") == 0);
}

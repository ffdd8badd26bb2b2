// Tables as they come from spreadsheets and QGIS, through the whole reading of a scenario.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>

#include "sim/scenario/scenario.h"
#include "tests/gis/small_workbook.h"
#include "tests/scenario/tiny_scenario.h"

using namespace phusong;
using phusong::scenario::load_scenario;
using phusong::tests::text_row;
using phusong::tests::TinyScenario;

namespace {

std::string table_problems(const TinyScenario& tiny) {
  try {
    load_scenario(tiny.write());
  } catch (const gis::InputError& error) {
    return error.problems().text();
  }
  return "";
}

bool says(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// The hamlets table as a Vietnamese spreadsheet writes it, with this population.
std::string semicolon_hamlets(const std::string& lon, const std::string& population,
                              const std::string& radius = "300") {
  return fmt::format("hamlet_id;lon_deg;lat_deg;population;radius_m\nH1;{};22,1;{};{}\n", lon, population, radius);
}

}  // namespace

TEST_CASE("a thousand people written with a point are a thousand, or are asked for") {
  TinyScenario vietnamese;
  vietnamese.file("hamlets.csv") = semicolon_hamlets("105,12", "1.250", "1.500");
  const scenario::Scenario scenario = load_scenario(vietnamese.write());
  CHECK(scenario.network.hamlets[0].population == 1250);
  CHECK(scenario.network.hamlets[0].radius_m == 1500.0);
  CHECK(scenario.network.hamlets[0].input_values == std::vector<std::string>{"H1", "105.12", "22.1", "1250", "1500"});
  TinyScenario unclear;
  unclear.file("hamlets.csv") = "hamlet_id;lon_deg;lat_deg;population;radius_m\nH1;105.12;22.1;1.250;1.500\n";
  const std::string problems = table_problems(unclear);
  CHECK(says(problems, "hamlets.csv:2: population = '1.250': is ambiguous"));
  CHECK(says(problems, "hamlets.csv:2: radius_m = '1.500': is ambiguous"));
}

TEST_CASE("headers that the program does not know are named beside those that would do") {
  for (const auto& [columns, named] : {std::pair("Kinh độ,Long", "Kinh độ, Long"), {"X,Y", "X, Y"}}) {
    TinyScenario tiny;
    tiny.replace("sites.csv", "lon_deg,lat_deg", columns);
    CHECK(says(table_problems(tiny),
               fmt::format("not known are the columns {} (allowed: lon_deg (or lon, longitude) and lat_deg (or lat, "
                           "latitude), or x_m and y_m, or point geometry)",
                           named)));
  }
}

TEST_CASE("a workbook's sectors whose azimuths are formulas without a value do not become omnidirectional") {
  TinyScenario tiny;
  tiny.replace("scenario.toml", "cells.csv", "cells.xlsx");
  tiny.write();
  const std::string header = text_row(1, {"cell_id", "site_id", "technology", "frequency_mhz", "bandwidth_mhz",
                                          "antenna_height_agl_m", "azimuth_deg", "tx_power_dbm", "antenna_gain_dbi"});
  tests::write_workbook(tiny.folder() / "cells.xlsx",
                        {{"Trạm", header + text_row(2, {"C1", "S1", "4G", "1842,5", "20", "40", "120", "46", "17,5"})},
                         {"Ghi chú", text_row(1, {"x"})}});
  CHECK(table_problems(tiny) == "");
  tests::write_workbook(tiny.folder() / "cells.xlsx",
                        {{"Trạm", header + R"(<row r="2"><c r="A2" t="inlineStr"><is><t>C1</t></is></c>)"
                                           R"(<c r="G2"><f>F1+120</f></c></row>)"}});
  CHECK(says(table_problems(tiny),
             "cells.xlsx (sheet Trạm):2: 'G2': the cell holds a formula whose value is not stored"));
}

TEST_CASE("a commune in merged cells is that of each of its hamlets") {
  TinyScenario tiny;
  tiny.replace("scenario.toml", "hamlets.csv", "hamlets.xlsx");
  tiny.write();
  tests::write_workbook(
      tiny.folder() / "hamlets.xlsx",
      {{"S",
        text_row(1, {"commune", "hamlet_id", "lon_deg", "lat_deg", "population"}) +
            text_row(2, {"Tả Lủng", "H1", "105,1", "22,1", "10"}) + text_row(3, {"", "H2", "105,11", "22,1", "10"}),
        "", R"(<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>)"}});
  CHECK(load_scenario(tiny.folder()).network.hamlets[1].commune == "Tả Lủng");
}

TEST_CASE("a pipe in the place of a table ends the reading at once") {
  TinyScenario tiny;
  tiny.remove("cells.csv");
  tiny.write();
  REQUIRE(mkfifo((tiny.folder() / "cells.csv").c_str(), 0600) == 0);
  CHECK(says(table_problems(tiny), "network.cells = 'cells.csv': the file is a pipe or a device, not a file"));
}

TEST_CASE("columns that differ only in case are refused before anything is computed") {
  TinyScenario tiny;
  tiny.replace("scenario.toml", "hamlets.csv", "hamlets.geojson");
  tiny.file("hamlets.geojson") =
      R"({"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": {"type": "Point", "coordinates":
      [105.1, 22.1]}, "properties": {"hamlet_id": "H1", "population": 10, "Note": "a", "note": "b"}}]})";
  CHECK(says(table_problems(tiny), "hamlets.geojson: note: the column is there twice"));
}

TEST_CASE("a problem of the first feature of GeoJSON names it by its id") {
  TinyScenario tiny;
  tiny.replace("scenario.toml", "hamlets.csv", "hamlets.geojson");
  tiny.file("hamlets.geojson") =
      R"({"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": {"type": "Point", "coordinates":
      [105.1, 22.1]}, "properties": {"hamlet_id": "H1", "population": -10}}]})";
  CHECK(says(table_problems(tiny), "hamlets.geojson:0: population = '-10': out of range"));
}

TEST_CASE("a longitude without a latitude beside points is asked for, not passed through twice") {
  TinyScenario tiny;
  tiny.replace("scenario.toml", "hamlets.csv", "hamlets.geojson");
  tiny.file("hamlets.geojson") =
      R"({"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": {"type": "Point", "coordinates":
      [105.1, 22.1]}, "properties": {"hamlet_id": "H1", "population": 10, "lat_deg": 22.1}}]})";
  CHECK(says(table_problems(tiny), "lon_deg: the required column is missing"));
}

TEST_CASE("hundreds of rows with one fault are one message") {
  TinyScenario tiny;
  for (int i = 3; i < 300; ++i)
    tiny.file("hamlets.csv") += fmt::format("H{},x,Khau Tinh,Na Hang,Tuyên Quang,105.1,22.1,many,0,0\n", i);
  const std::string problems = table_problems(tiny);
  CHECK(std::count(problems.begin(), problems.end(), '\n') == 1);
  CHECK(says(problems, "hamlets.csv:4: population = 'many': is not a number; so in 296 more rows"));
}

TEST_CASE("title rows and a stated separator are noted") {
  TinyScenario tiny;
  tiny.file("hamlets.csv") = fmt::format("sep=;\nDanh sách thôn\n{}", semicolon_hamlets("105,12", "250"));
  const scenario::Scenario scenario = load_scenario(tiny.write());
  const auto& notes = scenario.notes;
  const auto count_of = [&notes](gis::InputNote::Kind kind, std::string_view names) {
    return std::ranges::count_if(notes, [&](const gis::InputNote& note) {
      return note.kind == kind && note.names == names && note.file.ends_with("hamlets.csv");
    });
  };
  CHECK(count_of(gis::InputNote::Kind::kSeparatorLine, ";") == 1);
  CHECK(count_of(gis::InputNote::Kind::kTitleRows, "Danh sách thôn") == 1);
  CHECK(scenario.network.hamlets[0].row == 4);
}

TEST_CASE("a wrong value and a double id of a workbook are told with their sheet") {
  TinyScenario tiny;
  tiny.replace("scenario.toml", "hamlets.csv", "hamlets.xlsx");
  tiny.write();
  tests::write_workbook(
      tiny.folder() / "hamlets.xlsx",
      {{"Thôn", text_row(1, {"hamlet_id", "lon_deg", "lat_deg", "population"}) +
                    text_row(2, {"H1", "105,1", "22,1", "many"}) + text_row(3, {"H1", "105,11", "22,1", "10"})}});
  const std::string problems = table_problems(tiny);
  CHECK(says(problems, "hamlets.xlsx (sheet Thôn):2: population = 'many': is not a number"));
  CHECK(says(problems, "hamlets.xlsx (sheet Thôn):3: hamlet_id = 'H1': stands on row 2 too"));
}

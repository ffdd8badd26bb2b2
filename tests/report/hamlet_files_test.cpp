#include "sim/report/hamlet_files.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "../gis/temporary_folder.h"
#include "tiny_run.h"

using namespace phusong;

namespace {

std::set<std::string> names_in(const std::filesystem::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    names.insert(entry.path().filename().string());
  return names;
}

}  // namespace

TEST_CASE("tables of hamlets, points and areas are written, levels where they are asked for") {
  const tests::TinyRun tiny;
  const tests::TemporaryFolder folder;
  report::write_hamlet_files(folder.path(), tiny.data(), false);
  std::set<std::string> expected = {
      "hamlets.csv", "hamlets.gpkg", "hamlets.geojson", "hamlets.qml", "hamlets_by_operator.csv",
      "points.csv",  "communes.csv", "districts.csv",   "kpi.json",    "kpi.csv"};
  CHECK(names_in(folder.path()) == expected);
  report::write_hamlet_files(folder.path(), tiny.data(), true);
  expected.insert("point_levels.csv");
  CHECK(names_in(folder.path()) == expected);
}

TEST_CASE("totals by the old communes are written where the hamlets have one") {
  tests::TinyRun tiny;
  tiny.scenario.network.hamlets[0].commune_old = "Sủng Là";
  tiny.add_up();
  const tests::TemporaryFolder folder;
  report::write_hamlet_files(folder.path(), tiny.data(), false);
  CHECK(names_in(folder.path()).contains("communes_old.csv"));
}

TEST_CASE("the hamlets of GeoJSON stand where the table has them, with its fields") {
  const tests::TinyRun tiny;
  const tests::TemporaryFolder folder;
  report::write_hamlet_files(folder.path(), tiny.data(), false);
  const auto layer = nlohmann::json::parse(tests::bytes_of(folder.path() / "hamlets.geojson"));
  REQUIRE(layer["features"].size() == 4);
  const auto& third = layer["features"][2];
  CHECK(third["geometry"]["coordinates"].dump() == "[105.03,22.5]");
  CHECK(third["properties"]["hamlet_id"] == "H3");
  CHECK(third["properties"]["4g_status"] == "white");
  CHECK(third["properties"]["4g_level_dbm"].is_null());
}

TEST_CASE("writing twice gives the same bytes") {
  const tests::TinyRun tiny;
  const tests::TemporaryFolder one, two;
  report::write_hamlet_files(one.path(), tiny.data(), true);
  report::write_hamlet_files(two.path(), tiny.data(), true);
  for (const std::string& name : names_in(one.path())) {
    CAPTURE(name);
    CHECK(tests::bytes_of(one.path() / name) == tests::bytes_of(two.path() / name));
  }
}

TEST_CASE("the style beside the hamlets draws each verdict in a way of its own") {
  const tests::TinyRun tiny;
  const tests::TemporaryFolder folder;
  report::write_hamlet_files(folder.path(), tiny.data(), false);
  const std::string style = tests::bytes_of(folder.path() / "hamlets.qml");
  CHECK(style.find("type=\"categorizedSymbol\" attr=\"status\"") != std::string::npos);
  for (const char* const status : {"covered", "hollow", "white", "unknown"})
    CHECK(style.find(std::string("value=\"") + status + "\"") != std::string::npos);
  for (const char* const colour : {"0,114,178,255", "240,228,66,255", "213,94,0,255", "153,153,153,255"})
    CHECK(style.find(std::string("name=\"color\" value=\"") + colour + "\"") != std::string::npos);
}

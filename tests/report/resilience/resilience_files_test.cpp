#include "sim/report/resilience/resilience_files.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "../../gis/temporary_folder.h"
#include "../wording_forms.h"
#include "tiny_failures.h"

using namespace phusong;

TEST_CASE("the files of the failures are there only when the last of them is") {
  const tests::TinyRun tiny;
  const tests::TemporaryFolder folder;
  CHECK_FALSE(report::resilience_files_exist(folder.path()));
  report::write_resilience(folder.path(), tiny.data(), tests::tiny_failures());
  CHECK(report::resilience_files_exist(folder.path()));
  for (const char* const name : {"resilience.csv", "resilience_hamlets.csv", "resilience.gpkg", "resilience.qml"})
    CHECK(std::filesystem::exists(folder.path() / name));
  const auto layer = nlohmann::json::parse(tests::bytes_of(folder.path() / "resilience.geojson"));
  REQUIRE(layer["features"].size() == 4);
  CHECK(layer["features"][0]["properties"]["people_lost"] == 200);
  const double lon_deg = layer["features"][0]["geometry"]["coordinates"][0];
  CHECK(lon_deg == doctest::Approx(tiny.scenario.crs.to_lon_lat({448000.0, 2489000.0}).lon_deg).epsilon(1e-7));
}

TEST_CASE("the style draws each kind of event in a shape of its own, larger the more people it concerns") {
  const tests::TinyRun tiny;
  const tests::TemporaryFolder folder;
  report::write_resilience(folder.path(), tiny.data(), tests::tiny_failures());
  const std::string style = tests::bytes_of(folder.path() / "resilience.qml");
  for (const char* const part :
       {"name=\"name\" value=\"circle\"", "name=\"name\" value=\"square\"", "name=\"name\" value=\"triangle\"",
        "từ 5.000 người",
        "&quot;event&quot; = 'grid' AND &quot;people_lost&quot; >= 200 AND &quot;people_lost&quot; &lt; 1000"})
    CHECK(tests::contains(style, part));
}

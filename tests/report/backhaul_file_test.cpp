#include "sim/report/backhaul_file.h"

#include <doctest/doctest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "tests/gis/temporary_folder.h"

using namespace phusong;

TEST_CASE("backhaul.geojson has a line a link, and null where a value means nothing for the medium") {
  const tests::TemporaryFolder folder;
  planning::BackhaulLink hop{.from = "new", .to = "mast", .from_lon_lat = {105.0, 22.0}, .to_lon_lat = {105.1, 22.05}};
  hop.medium = planning::Medium::kMicrowave;
  hop.length_km = 11.7;
  hop.clearance_m = 3.456;
  hop.availability_percent = 99.9991234;
  planning::BackhaulLink fibre{.from = "b", .to = "node", .from_lon_lat = {105.0, 22.0}, .to_lon_lat = {105.0, 22.0}};
  fibre.clearance_m = fibre.rain_db = std::nan("");
  report::write_backhaul(folder.path() / "backhaul.geojson", {hop, fibre});

  const auto json = nlohmann::json::parse(tests::bytes_of(folder.path() / "backhaul.geojson"));
  REQUIRE(json["features"].size() == 2);
  const auto& first = json["features"][0];
  CHECK(first["geometry"].dump() == R"({"coordinates":[[105.0,22.0],[105.1,22.05]],"type":"LineString"})");
  CHECK(first["properties"]["medium"] == "microwave");
  CHECK(first["properties"]["clearance_m"] == 3.46);
  CHECK(first["properties"]["availability_percent"] == 99.999123);
  CHECK(json["features"][1]["properties"]["clearance_m"].is_null());
  CHECK(json["features"][1]["properties"]["rain_db"].is_null());
}

#include <doctest/doctest.h>

#include "gis/vector_writer.h"
#include "sim/scenario/scenario.h"
#include "tests/scenario/tiny_scenario.h"

using namespace phusong;
using phusong::scenario::load_scenario;
using phusong::tests::TinyScenario;

namespace {

/// A point feature of a hamlet whose columns are `lon_deg`, `lat_deg`.
std::string hamlet(const std::string& id, const std::string& columns, const std::string& point) {
  return R"({"type": "Feature", "properties": {"hamlet_id": ")" + id + R"(", "population": 10, )" + columns +
         R"(}, "geometry": )" + (point.empty() ? "null" : R"({"type": "Point", "coordinates": [)" + point + "]}") + "}";
}

void use_features(TinyScenario& tiny, const std::vector<std::string>& features) {
  std::string text = R"({"type": "FeatureCollection", "name": "h", "features": [)";
  for (const std::string& feature : features)
    text += (text.back() == '[' ? "" : ",") + feature;
  tiny.file("hamlets.geojson") = text + "]}";
  tiny.replace("scenario.toml", "hamlets.csv", "hamlets.geojson");
}

std::string place_problems(const TinyScenario& tiny) {
  try {
    load_scenario(tiny.write());
  } catch (const gis::InputError& error) {
    return error.problems().text();
  }
  return "";
}

constexpr const char* kColumns = R"("lon_deg": 105.1, "lat_deg": 22.1)";

}  // namespace

TEST_CASE("a point that was moved away from its columns is an error with row and distance") {
  TinyScenario tiny;
  use_features(tiny, {hamlet("H1", kColumns, "105.1, 22.1"), hamlet("H2", kColumns, "105.11, 22.1")});
  CHECK(place_problems(tiny) ==
        tiny.folder().string() +
            "/hamlets.geojson:1: geometry = '1030 m from lon_deg, lat_deg': the row's point and its "
            "lon_deg, lat_deg are two places; which is meant? (allowed: at most 10 m apart; or "
            "without the columns, or empty in them)\n");
}

TEST_CASE("points and columns may differ by ten metres, as rounding makes them") {
  TinyScenario tiny;
  use_features(tiny, {hamlet("H1", kColumns, "105.1, 22.10008")});
  CHECK(place_problems(tiny) == "");
  TinyScenario farther;
  use_features(farther, {hamlet("H1", kColumns, "105.1, 22.1001")});
  CHECK(place_problems(farther).find("'11 m from lon_deg, lat_deg'") != std::string::npos);
}

TEST_CASE("a row with a point alone, or with columns alone, has one place") {
  TinyScenario tiny;
  use_features(tiny,
               {hamlet("H1", R"("lon_deg": null, "lat_deg": null)", "105.12, 22.12"), hamlet("H2", kColumns, "")});
  const scenario::Scenario scenario = load_scenario(tiny.write());
  CHECK(scenario.network.hamlets[0].lon_lat.lat_deg == doctest::Approx(22.12));
  CHECK(scenario.network.hamlets[1].lon_lat.lat_deg == doctest::Approx(22.1));
}

TEST_CASE("the CRS that a layer states and another one of its key are two answers, unless the layer's cannot be") {
  TinyScenario tiny;
  use_features(tiny, {hamlet("H1", R"("name": "a")", "105.1, 22.1")});
  tiny.replace("scenario.toml", "hamlets = ", "hamlets_crs = \"EPSG:4756\"\nhamlets = ");
  const std::string problems = place_problems(tiny);
  CHECK(problems.find("network.hamlets_crs = 'EPSG:4756': is not the CRS that the layer itself states (WGS 84)") !=
        std::string::npos);
  TinyScenario same;
  use_features(same, {hamlet("H1", R"("name": "a")", "105.1, 22.1")});
  same.replace("scenario.toml", "hamlets = ", "hamlets_crs = \"EPSG:4326\"\nhamlets = ");
  CHECK(place_problems(same) == "");
  TinyScenario metres;  // WGS84 in name, as every GeoJSON is
  use_features(metres, {hamlet("H1", R"("name": "a")", "458700, 2444000")});
  metres.replace("scenario.toml", "hamlets = ", "hamlets_crs = \"EPSG:9209\"\nhamlets = ");
  CHECK(place_problems(metres) == "");
}

TEST_CASE("a GeoPackage with points in metres and columns in degrees, as ours are, has one place until it is moved") {
  const auto problems_when_moved = [](double moved_m) {
    TinyScenario tiny;
    tiny.replace("scenario.toml", "hamlets.csv", "hamlets.gpkg");
    tiny.write();
    const gis::WorkingCrs crs("EPSG:9209");
    gis::MapPoint point = crs.to_map({105.1, 22.1});
    point.x_m += moved_m;
    const gis::OutputTable table{
        .name = "hamlets",
        .columns = {{"hamlet_id", gis::ColumnType::kText},
                    {"population", gis::ColumnType::kInteger},
                    {"lon_deg", gis::ColumnType::kReal},
                    {"lat_deg", gis::ColumnType::kReal}},
        .rows = {{std::string("H1"), std::int64_t{10}, gis::Number{105.1, 6}, gis::Number{22.1, 6}}}};
    gis::write_gpkg_points(tiny.folder() / "hamlets.gpkg", table, {point}, crs);
    return place_problems(tiny);
  };
  CHECK(problems_when_moved(0.0) == "");
  CHECK(problems_when_moved(1000.0).find("m from lon_deg, lat_deg': the row's point and its lon_deg, lat_deg are two "
                                         "places") != std::string::npos);
}

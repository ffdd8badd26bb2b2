#include "sim/report/page/page_data.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "gis/problem.h"
#include "sim/report/missing_stages.h"
#include "sim/report/page/page_stages.h"
#include "sim/report/page/page_table.h"
#include "tests/report/page/page_folder.h"

namespace phusong::report {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kSunsetSummary =
    R"({"technology": "2G", "periods": ["2024-Q4", "2025-Q1"], "mhz_freed_by_period": [5.0, 10.0]})";
constexpr const char* kPeriodsOfHamlets =
    "hamlet_id,operator,period,voice_share,data_share,voice_floor,data_floor,share_2g_only\n"
    "007,A,0,1.000000,0.500000,1.000000,0.500000,0.1\n007,A,1,1.000000,0.500000,1.000000,0.500000,0.1\n"
    "007,A,2,0.900000,0.500000,0.900000,0.500000,0.1\n008,A,0,0.500000,0.000000,0.500000,0.000000,0.1\n";
constexpr const char* kCellsByPeriod = R"({"type": "FeatureCollection", "features": [
 {"properties": {"cell_id": "C1", "site_id": "S1", "operator": "A", "technology": "2G", "frequency_mhz": 947.4,
                 "azimuth_deg": 60.0, "fate": "goes", "begin": "2024-07-01", "end": "2025-01-01"},
  "geometry": {"coordinates": [105.5, 22.25]}},
 {"properties": {"cell_id": "C2", "site_id": "S1", "operator": "A", "technology": "4G", "frequency_mhz": 947.5,
                 "azimuth_deg": null, "fate": "refarmed", "begin": "2025-01-01", "end": "2025-04-01"},
  "geometry": {"coordinates": [105.5, 22.25]}}]})";

}  // namespace

TEST_CASE("a table of the page has numbers as numbers, identifiers as texts, and nothing as null") {
  const tests::PageFolder folder;
  const Json hamlets = page_data(folder.run(), "vi").at("hamlets");
  CHECK(hamlets.at("columns") ==
        Json({"hamlet_id", "name", "population", "lon_deg", "lat_deg", "2g_level_dbm", "2g_best_cell", "status"}));
  CHECK(hamlets.at("rows").at(0) ==
        Json::array({"007", "</script><script>x", 120, 105.5, 22.25, -80.5, "C1", "covered"}));
  CHECK(hamlets.at("rows").at(1) == Json::array({"008", "=1+1", 80, 105.75, 22.5, nullptr, nullptr, "white"}));
}

TEST_CASE("decimal commas of a table for spreadsheets are numbers too, and a commune may be called 7") {
  const tests::PageFolder folder;
  folder.put("manifest.json", R"({"program": "phusong", "options": {"report.csv": "semicolon"}})");
  folder.put("hamlets.csv", "hamlet_id;name;lon_deg;lat_deg\n\"007\";x;105,5;22,25\n");
  folder.put("communes.csv", "province;commune;hamlets;people_reached\nA;\"7\";12;1234,50\n");
  const Json communes = page_data(folder.run(), "vi").at("communes");
  CHECK(communes.at("rows").at(0) == Json::array({"A", "7", 12, 1234.5}));
}

TEST_CASE("stages that a run lacks are null on its page and named with the command that makes them") {
  const tests::PageFolder folder;
  const Json data = page_data(folder.run(), "en");
  CHECK(data.at("format") == 1);
  CHECK(data.at("language") == "en");
  for (const char* const part : {"sites", "communes", "fixes", "plan", "sunset", "resilience", "uncertainty"})
    CHECK(data.at(part).is_null());
  CHECK(data.at("stages").at("coverage") == true);
  for (const char* const stage : {"maps", "plan", "sunset", "resilience", "fixes", "uncertainty"})
    CHECK(data.at("stages").at(stage) == false);
  const std::string missing = missing_stages_text(folder.run(), "en");
  CHECK(missing.find("not in this run: plan (phusong plan SCENARIO makes it)\n") != std::string::npos);
  CHECK(missing.find("coverage (") == std::string::npos);
  const std::string in_vietnamese = missing_stages_text(folder.run(), "vi");
  CHECK(in_vietnamese.find("phương án xây dựng (lệnh tính: phusong plan SCENARIO)\n") != std::string::npos);
  CHECK(in_vietnamese.find("not in this run") == std::string::npos);
}

TEST_CASE("made-up data are those that the scenario calls so, whatever its title says") {
  const tests::PageFolder folder;
  folder.put("manifest.json", R"({"program": "phusong", "options": {"scenario.title": "Báo cáo tổng hợp tỉnh Hà Giang",
      "scenario.synthetic": false, "scenario.data_note": "Trạm suy ra từ dân cư."}})");
  const Json surveyed = page_data(folder.run(), "vi");
  CHECK(surveyed.at("is_synthetic") == false);
  CHECK(surveyed.at("data_note") == "Trạm suy ra từ dân cư.");
  folder.put("manifest.json", R"({"program": "phusong", "options": {"scenario.synthetic": true}})");
  CHECK(page_data(folder.run(), "vi").at("is_synthetic") == true);
}

TEST_CASE("a run without maps is shown where its hamlets are") {
  const tests::PageFolder folder;
  const Json map = page_data(folder.run(), "vi").at("map");
  CHECK(map.at("images").empty());
  CHECK(map.at("bounds") == Json::parse("[[22.25, 105.5], [22.5, 105.75]]"));
}

TEST_CASE("links of a plan are lines with the latitude first") {
  const tests::PageFolder folder;
  folder.put("plan/plan.json", R"({"capex_million_vnd": 5})");
  folder.put("plan/backhaul.geojson", R"({"features": [{"properties": {"from": "S1", "medium": "fibre"},
      "geometry": {"coordinates": [[105.5, 22.25], [105.75, 22.5]]}}]})");
  folder.put("plan/new_sites.csv", "site_id,lon_deg,lat_deg\nN1,105.5,22.25\n");
  const Json plan = page_plan(folder.run());
  CHECK(plan.at("summary").at("capex_million_vnd") == 5);
  CHECK(plan.at("backhaul").at(0).at("line") == Json::parse("[[22.25, 105.5], [22.5, 105.75]]"));
  CHECK(plan.at("backhaul").at(0).at("medium") == "fibre");
  CHECK(plan.at("new_sites").at("rows").at(0) == Json::array({"N1", 105.5, 22.25}));
  CHECK(plan.at("steps").is_null());
}

TEST_CASE("the page of a switch-off has its periods, when cells are on, and shares weighted by people") {
  const tests::PageFolder folder;
  folder.put("sunset/sunset.json", kSunsetSummary);
  folder.put("sunset/hamlets_by_period.csv", kPeriodsOfHamlets);
  folder.put("sunset/cells_by_period.geojson", kCellsByPeriod);
  const Json sunset = page_data(folder.run(), "vi").at("sunset");
  REQUIRE(sunset.at("periods").size() == 3);
  CHECK(sunset.at("periods").at(0) ==
        Json({{"period", 0}, {"label", "2024-Q3"}, {"begin", "2024-07-01"}, {"end", "2024-10-01"}}));
  const Json& cells = sunset.at("cells");
  const std::size_t on = page_column(cells, "on_period", "cells"), off = page_column(cells, "off_period", "cells");
  REQUIRE(cells.at("rows").size() == 2);
  CHECK(cells.at("rows").at(0).size() == cells.at("columns").size());
  CHECK(cells.at("rows").at(0).at(on) == 0);
  CHECK(cells.at("rows").at(0).at(off) == 2);
  CHECK(cells.at("rows").at(1).at(on) == 2);
  CHECK(cells.at("rows").at(1).at(off).is_null());
  const Json& first = sunset.at("shares").at(0);
  CHECK(first.at("operator") == "A");
  CHECK(first.at("voice_share").get<double>() == doctest::Approx((120 * 1.0 + 80 * 0.5) / 200));
  CHECK(first.at("cells_on") == 1);
  const Json& last = sunset.at("shares").back();
  CHECK(last.at("operator") == "any");
  CHECK(last.at("voice_share").is_null());
  CHECK(last.at("cells_on") == 0);
  CHECK(last.at("mhz_freed") == 10.0);
}

TEST_CASE("of a hamlet's periods those alone are kept in which something changes") {
  const tests::PageFolder folder;
  folder.put("sunset/sunset.json", kSunsetSummary);
  folder.put("sunset/hamlets_by_period.csv", kPeriodsOfHamlets);
  const Json hamlets = page_data(folder.run(), "vi").at("sunset").at("hamlets");
  REQUIRE(hamlets.at("rows").size() == 3);
  CHECK(hamlets.at("columns").size() == 7);
  CHECK(hamlets.at("rows").at(1).at(2) == 2);
  CHECK(hamlets.at("rows").at(2).at(0) == "008");
}

TEST_CASE("a long list of guard rows is cut, and the page told how many there are") {
  const tests::PageFolder folder;
  folder.put("sunset/sunset.json", kSunsetSummary);
  std::string rows = "carrier,blocking_cell,point\n";
  for (int i = 0; i < 2001; ++i)
    rows += "R,C," + std::to_string(i) + "\n";
  folder.put("sunset/guard.csv", rows);
  const Json sunset = page_data(folder.run(), "vi").at("sunset");
  CHECK(sunset.at("guard").at("rows").size() == 2000);
  CHECK(sunset.at("guard_count") == 2001);
}

TEST_CASE("a file of a run that cannot be read is named") {
  const tests::PageFolder folder;
  folder.put("uncertainty.json", "{");
  CHECK_THROWS_WITH_AS(page_data(folder.run(), "vi"), doctest::Contains("uncertainty.json"), gis::InputError);
}

}  // namespace phusong::report

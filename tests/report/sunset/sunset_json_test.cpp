#include "sim/report/sunset/sunset_json.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/report/sunset/tiny_outcome.h"

using namespace phusong;
using tests::TinyOutcome;

namespace {

nlohmann::json json_of(const TinyOutcome& tiny) {
  return nlohmann::json::parse(report::sunset_json(tiny.network, tiny.outcome));
}

}  // namespace

TEST_CASE("sunset.json has the totals, the names of the periods, and each objective with its bound and gap") {
  const nlohmann::json json = json_of(TinyOutcome());
  CHECK(json["technology"] == "2G");
  CHECK(json["periods"] == nlohmann::json({"2027-Q1", "2027-Q2", "2027-Q3"}));
  CHECK(json["reached"] == false);
  CHECK(json["last_cell_off_period"].is_null());
  CHECK(json["periods_needed_by_crews"] == 2);
  CHECK(json["cells_off"] == 1);
  CHECK(json["cells_left_on"] == 1);
  CHECK(json["mhz_freed_by_period"] == nlohmann::json({0.0, 5.0, 5.0}));
  CHECK(json["handsets_subsidised"] == 1234);
  CHECK(json["cost_million_vnd"] == 1201.5);
  CHECK(json["solver"] == "by hand");
  REQUIRE(json["objective"].size() == 4);
  CHECK(json["objective"][2]["level"] == 3);
  CHECK(json["objective"][2]["name"] == "refarmed_people_mhz");
  CHECK(json["objective"][2]["value"] == 750.0);
  CHECK(json["objective"][2]["bound"] == 1000.0);
  CHECK(json["objective"][2]["gap"] == 0.25);
  CHECK(json["objective"][2]["method"] == "by eye");
}

TEST_CASE("sunset.json names the last period of a sunset that is finished") {
  TinyOutcome tiny;
  tiny.finish();
  const nlohmann::json json = json_of(tiny);
  CHECK(json["reached"] == true);
  CHECK(json["last_cell_off_period"] == 2);
  CHECK(json["hamlets_held_back"].empty());
}

TEST_CASE("sunset.json names hamlets that hold it back with all their remedies") {
  TinyOutcome tiny;
  tiny.outcome.blocking_demands[0].remedies.push_back(
      {.kind = sunset::Remedy::Kind::kRefarm, .handsets = 1, .site = 0, .carrier = 0, .cost_million_vnd = 600.5});
  const nlohmann::json json = json_of(tiny)["hamlets_held_back"];
  REQUIRE(json.size() == 1);
  CHECK(json[0]["hamlet"] == "H1");
  CHECK(json[0]["name"] == "Bản Một");
  CHECK(json[0]["operator"] == "A");
  CHECK(json[0]["service"] == "voice");
  CHECK(json[0]["binding_class"] == "2g_only");
  CHECK(json[0]["floor"] == 1.0);
  CHECK(json[0]["share"] == 0.875);
  CHECK(json[0]["cells"] == nlohmann::json::array({"C2"}));
  REQUIRE(json[0]["remedies"].size() == 2);
  CHECK(json[0]["remedies"][0]["kind"] == "handsets");
  CHECK_FALSE(json[0]["remedies"][0].contains("site_id"));
  CHECK(json[0]["remedies"][1]["kind"] == "refarm");
  CHECK(json[0]["remedies"][1]["site_id"] == "S0");
  CHECK(json[0]["remedies"][1]["carrier"] == "C0-4G");
  CHECK(json[0]["remedies"][1]["cost_million_vnd"] == 600.5);
}

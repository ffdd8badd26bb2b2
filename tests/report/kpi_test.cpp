#include "sim/report/kpi.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "json_schema.h"
#include "tiny_run.h"

using namespace phusong;
using Json = nlohmann::json;
using Validator = tests::JsonValidator;

namespace {

Json schema() {
  std::ifstream file(PHUSONG_SOURCE_DIR "/sim/report/kpi.schema.json");
  return Json::parse(file);
}

}  // namespace

TEST_CASE("kpi.json follows its schema") {
  tests::TinyRun tiny;
  const Validator validator(schema());
  CHECK(validator.fault(Json::parse(report::kpi_json(tiny.data()))).empty());
  tiny.scenario.options.plan.per_commune_min_share = 0.5;
  tiny.scenario.network.hamlets[0].commune.clear();
  tiny.scenario.network.hamlets[1].commune_old = "Sủng Là";
  tiny.scenario.network.hamlets[0].population = 0;
  tiny.scenario.network.hamlets[1].population = 0;
  tiny.add_up();
  CHECK(validator.fault(Json::parse(report::kpi_json(tiny.data()))).empty());
}

TEST_CASE("the schema notices a key that is missing, new or of another type") {
  const tests::TinyRun tiny;
  const Validator validator(schema());
  Json kpi = Json::parse(report::kpi_json(tiny.data()));
  kpi["total"]["hamlets"] = "four";
  CHECK(validator.fault(kpi) == "$.total.hamlets: type");
  kpi["total"]["hamlets"] = 4;
  kpi["communes"][0]["surprise"] = 1;
  CHECK(validator.fault(kpi) == "$.communes[]: surprise is not documented");
  kpi["communes"][0].erase("surprise");
  kpi["communes"][0].erase("population");
  CHECK(validator.fault(kpi) == "$.communes[]: lacks population");
}

TEST_CASE("every commune has its totals by operator and technology") {
  const tests::TinyRun tiny;
  const Json kpi = Json::parse(report::kpi_json(tiny.data()));
  CHECK(kpi["provinces"].size() == 1);
  CHECK(kpi["communes"][1]["district"] == "Nam");
  CHECK(kpi["communes"][1]["coverage"]["Viettel"]["4G"]["hamlets_white"] == 1);
  CHECK(kpi["total"]["coverage"]["any"]["target"]["people_reached"] == 200.0);
  CHECK(kpi["total"]["targets"][0]["hamlets_missing"] == 3);
  CHECK(kpi["total"]["province"].is_null());
  CHECK(kpi["total"]["mobile_broadband_share"] == 0.25);
  CHECK(kpi["total"]["coverage"]["any"]["mobile_broadband"]["people_reached"] == 200.0);
  CHECK(kpi["communes_old"].empty());
}

TEST_CASE("kpi.json says which communes meet the criterion of the new countryside, and what it asks for") {
  tests::TinyRun tiny;
  tiny.scenario.options.new_countryside.hamlet_share = 0.5;
  const Json kpi = Json::parse(report::kpi_json(tiny.data()));
  CHECK(kpi["new_countryside_criterion"]["hamlet_share"] == 0.5);
  CHECK(kpi["new_countryside_criterion"]["technologies"] == Json({"3G", "4G", "5G"}));
  CHECK(kpi["communes"][0]["new_countryside"]["met"] == true);
  CHECK(kpi["communes"][1]["new_countryside"]["met"] == false);
  CHECK(kpi["total"]["new_countryside"]["communes_met_share"] == 0.5);
}

TEST_CASE("kpi.json knows the old communes by both names") {
  tests::TinyRun tiny;
  tiny.scenario.network.hamlets[0].commune_old = "Sủng Là";
  tiny.add_up();
  const Json kpi = Json::parse(report::kpi_json(tiny.data()));
  REQUIRE(kpi["communes_old"].size() == 3);
  CHECK(kpi["communes_old"][1]["commune_old"] == "Sủng Là");
  CHECK(kpi["communes_old"][1]["commune"] == "Tả Lủng");
  CHECK(kpi["communes"][0]["commune_old"].is_null());
}

TEST_CASE("the keys of kpi.json are all explained") {
  std::ifstream file(PHUSONG_SOURCE_DIR "/sim/report/OUTPUTS.md");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const Json all = schema();
  for (const Json& rule : {all, all["$defs"]["area"], all["$defs"]["service"], all["$defs"]["target"],
                           all["$defs"]["criterion"], all["$defs"]["new_countryside"], all["$defs"]["plan"],
                           all["$defs"]["sunset"], all["$defs"]["uncertainty"], all["$defs"]["odds"],
                           all["$defs"]["area_plan"], all["$defs"]["area_sunset"], all["$defs"]["area_uncertainty"]}) {
    for (const auto& [key, unused] : rule["properties"].items()) {
      const std::string quoted = fmt::format("`{}`", key);
      CAPTURE(quoted);
      CHECK(text.find(quoted) != std::string::npos);
    }
  }
}

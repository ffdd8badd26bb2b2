#include "sim/report/kpi.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tiny_run.h"

using namespace phusong;
using Json = nlohmann::json;

namespace {

bool has_type(const Json& value, const std::string& type) {
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "array") return value.is_array();
  if (type == "object") return value.is_object();
  return type == "null" && value.is_null();
}

/// The part of JSON Schema that kpi.schema.json uses; gives the path of the first fault, or nothing.
class Validator {
 public:
  explicit Validator(Json schema) : schema_(std::move(schema)) {}
  std::string fault(const Json& value) const { return fault(value, schema_, "$"); }

 private:
  Json schema_;

  std::string fault(const Json& value, const Json& rule, const std::string& path) const {
    if (rule.contains("$ref")) return fault(value, schema_.at(Json::json_pointer(reference(rule))), path);
    if (rule.contains("type") && !type_holds(value, rule["type"])) return path + ": type";
    if (value.is_object()) return object_fault(value, rule, path);
    if (!value.is_array() || !rule.contains("items")) return "";
    for (const Json& item : value) {
      if (std::string found = fault(item, rule["items"], path + "[]"); !found.empty()) return found;
    }
    return "";
  }

  static std::string reference(const Json& rule) { return rule["$ref"].get<std::string>().substr(1); }

  static bool type_holds(const Json& value, const Json& types) {
    if (types.is_string()) return has_type(value, types);
    return std::ranges::any_of(types, [&](const Json& type) { return has_type(value, type); });
  }

  std::string object_fault(const Json& value, const Json& rule, const std::string& path) const {
    for (const Json& key : rule.value("required", Json::array())) {
      if (!value.contains(key)) return path + ": lacks " + key.get<std::string>();
    }
    for (const auto& [key, member] : value.items()) {
      const Json properties = rule.value("properties", Json::object());
      const Json other = rule.value("additionalProperties", Json(false));
      if (!properties.contains(key) && other == Json(false)) return path + ": " + key + " is not documented";
      const std::string found = fault(member, properties.contains(key) ? properties[key] : other, path + "." + key);
      if (!found.empty()) return found;
    }
    return "";
  }
};

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
}

TEST_CASE("the keys of kpi.json are all explained") {
  std::ifstream file(PHUSONG_SOURCE_DIR "/sim/report/OUTPUTS.md");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const Json all = schema();
  for (const Json& rule : {all, all["$defs"]["area"], all["$defs"]["service"], all["$defs"]["target"]}) {
    for (const auto& [key, unused] : rule["properties"].items()) {
      CAPTURE(key);
      CHECK(text.find("`" + key + "`") != std::string::npos);
    }
  }
}

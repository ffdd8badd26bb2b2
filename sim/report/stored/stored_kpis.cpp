#include "sim/report/stored/stored_kpis.h"

#include <nlohmann/json.hpp>

#include "gis/problem.h"

namespace phusong::report {
namespace {

using Json = nlohmann::ordered_json;

template <class Value>
std::optional<Value> value_at(const Json& json, const char* key) {
  const Json& value = json.at(key);
  return value.is_null() ? std::nullopt : std::optional<Value>(value.get<Value>());
}

/// The hamlets that the target counts as they are today.
std::optional<std::int64_t> covered_today(const Json& total) {
  for (const Json& target : total.at("targets"))
    if (target.at("kind") == "hamlet_share") return target.at("reached").get<std::int64_t>();
  return std::nullopt;
}

StoredKpis figures_of(const Json& kpis) {
  StoredKpis result;
  const Json& total = kpis.at("total");
  result.hamlets_covered = covered_today(total);
  if (const Json& plan = kpis.at("plan"); !plan.is_null()) {
    result.plan_reached = plan.at("reached").get<bool>();
    result.capex_million_vnd = value_at<double>(plan, "capex_million_vnd");
    result.gap = value_at<double>(plan, "gap");
    result.hamlets_covered = value_at<std::int64_t>(total.at("plan"), "hamlets_served");
  }
  if (const Json& sunset = kpis.at("sunset"); !sunset.is_null())
    result.sunset_reached = sunset.at("reached").get<bool>();
  return result;
}

}  // namespace

StoredKpis stored_kpis(const StoredRun& run) {
  const Json kpis = run.json("kpi.json");
  try {
    return figures_of(kpis);
  } catch (const Json::exception& wrong) {
    gis::Problems problems;
    problems.add({.file = run.path_of("kpi.json").string(),
                  .message = std::string("is not as it was written: ") + wrong.what()});
    throw gis::InputError(problems);
  }
}

}  // namespace phusong::report

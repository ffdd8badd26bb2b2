#include <nlohmann/json.hpp>

#include "sim/report/page/page_stages.h"
#include "sim/report/page/page_table.h"

namespace phusong::report {
namespace {

using Json = nlohmann::ordered_json;

/// A line of GeoJSON as Leaflet takes it: latitude first.
Json line_json(const Json& coordinates) {
  Json line = Json::array();
  for (const Json& place : coordinates)
    line.push_back(Json::array({place.at(1), place.at(0)}));
  return line;
}

Json backhaul_json(const StoredRun& run) {
  Json links = Json::array();
  if (!run.has("plan/backhaul.geojson")) return links;
  const Json collection = run.json("plan/backhaul.geojson");
  for (const Json& feature : collection.at("features")) {
    Json link = feature.at("properties");
    link["line"] = line_json(feature.at("geometry").at("coordinates"));
    links.push_back(std::move(link));
  }
  return links;
}

}  // namespace

Json page_plan(const StoredRun& run) {
  if (!run.has("plan/plan.json")) return nullptr;
  return {{"summary", run.json("plan/plan.json")},
          {"steps", page_table_of(run, "plan/steps.csv")},
          {"new_sites", page_table_of(run, "plan/new_sites.csv")},
          {"upgrades", page_table_of(run, "plan/upgrades.csv")},
          {"backhaul", backhaul_json(run)},
          {"cost_lines", page_table_of(run, "plan/cost_lines.csv")},
          {"unserved", page_table_of(run, "plan/unserved.csv")},
          {"resilience", page_table_of(run, "plan/resilience.csv")},
          {"uncertainty", page_table_of(run, "plan/hamlets_uncertainty.csv")}};
}

}  // namespace phusong::report

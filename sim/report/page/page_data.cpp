#include "sim/report/page/page_data.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "sim/report/page/page_images.h"
#include "sim/report/page/page_stages.h"
#include "sim/report/page/page_table.h"

namespace phusong::report {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kPageFormat = 1;

/// Of a hamlet, the columns that the page shows.
bool is_shown_of_hamlet(std::string_view column) {
  constexpr std::array<std::string_view, 24> kShown = {
      "hamlet_id",      "name",        "commune",    "district",
      "province",       "commune_old", "population", "households",
      "lon_deg",        "lat_deg",     "radius_m",   "fixed_broadband",
      "grid_power",     "status",      "share",      "status_any_technology",
      "terrain_gap",    "note",        "reason",     "reason_lon_deg",
      "reason_lat_deg", "obstacle_m",  "missing_db", "cheapest_fix"};
  constexpr std::array<std::string_view, 7> kOfTechnology = {"level_dbm", "probability", "share",          "status",
                                                             "best_cell", "sinr_db",     "throughput_mbps"};
  const bool is_of_technology = column.size() > 3 && column[0] >= '2' && column[0] <= '5' && column[1] == 'g' &&
                                std::ranges::find(kOfTechnology, column.substr(3)) != kOfTechnology.end();
  return is_of_technology || std::ranges::find(kShown, column) != kShown.end();
}

Json manifest_part(const StoredRun& run) {
  Json part = Json::object();
  for (const char* const key :
       {"version", "instruction_set", "working_crs", "inputs", "warnings", "counts", "options"}) {
    const auto found = run.manifest().find(key);
    part[key] = found == run.manifest().end() ? Json() : *found;
  }
  return part;
}

/// The rectangle of all hamlets, for a run without maps; null where it has no hamlet.
Json bounds_of_hamlets(const Json& hamlets) {
  if (hamlets.is_null() || hamlets.at("rows").empty()) return nullptr;
  const std::size_t lon = page_column(hamlets, "lon_deg", "hamlets.csv"),
                    lat = page_column(hamlets, "lat_deg", "hamlets.csv");
  double west = 180.0, east = -180.0, south = 90.0, north = -90.0;
  for (const Json& row : hamlets.at("rows")) {
    if (!row[lon].is_number() || !row[lat].is_number()) continue;
    west = std::min(west, row[lon].get<double>());
    east = std::max(east, row[lon].get<double>());
    south = std::min(south, row[lat].get<double>());
    north = std::max(north, row[lat].get<double>());
  }
  return Json::array({Json::array({south, west}), Json::array({north, east})});
}

/// What the pictures may take beside `data` so that the page can still be sent by mail.
PictureLimits limits_beside(const Json& data) {
  constexpr std::size_t kMaxBytes = 9UL << 20U;
  const std::size_t taken = data.dump(-1, ' ', false, Json::error_handler_t::replace).size();
  PictureLimits limits;
  limits.max_bytes = std::min(limits.max_bytes, kMaxBytes - std::min(taken, kMaxBytes));
  return limits;
}

Json map_part(const StoredRun& run, const Json& hamlets, const PictureLimits& limits) {
  Json images = page_images(run, limits);
  Json bounds = images.empty() ? bounds_of_hamlets(hamlets) : images.front().at("bounds");
  return {{"bounds", std::move(bounds)}, {"images", std::move(images)}};
}

/// The operator whose verdicts the hamlet files show, the operators, and the technologies: as kpi.json has them.
void add_network(const Json& kpi, Json& data) {
  for (const char* const key : {"operator", "operators", "technologies"})
    data[key] = kpi.is_object() && kpi.contains(key) ? kpi.at(key) : Json();
}

}  // namespace

Json page_stages(const StoredRun& run) {
  const auto any_map = [&] {
    const std::filesystem::path coverage = run.path_of("coverage");
    return is_directory(coverage) && !std::filesystem::is_empty(coverage);
  };
  return {{"coverage", run.has("hamlets.csv")},
          {"maps", any_map()},
          {"plan", run.has("plan/plan.json")},
          {"broadband", run.option("plan.target.fixed_broadband_share").is_number() && run.has("plan/plan.json")},
          {"sunset", run.has("sunset/sunset.json")},
          {"resilience", run.has("resilience.csv")},
          {"fixes", run.has("fixes.csv")},
          {"uncertainty", run.has("uncertainty.json")},
          {"quality", run.option("coverage.quality") == true}};
}

Json page_data(const StoredRun& run, const std::string& language) {
  const Json kpi = page_json_of(run, "kpi.json");
  const Json hamlets = page_table_of(run, "hamlets.csv", is_shown_of_hamlet);
  const std::string title = run.text_option("scenario.title");
  Json data = {{"format", kPageFormat},
               {"language", language},
               {"scenario", run.text_option("scenario.name")},
               {"title", title}};
  add_network(kpi, data);
  data["stages"] = page_stages(run);
  data["manifest"] = manifest_part(run);
  data["is_synthetic"] = run.option("scenario.synthetic") == true;
  data["data_note"] = run.text_option("scenario.data_note");
  data["kpi"] = kpi;
  data["sites"] = page_sites(run);
  data["hamlets"] = hamlets;
  data["communes"] = page_table_of(run, "communes.csv");
  data["districts"] = page_table_of(run, "districts.csv");
  data["fixes"] = page_table_of(run, "fixes.csv");
  data["plan"] = page_plan(run);
  data["sunset"] = page_sunset(run, hamlets);
  data["resilience"] = page_table_of(run, "resilience.csv");
  data["uncertainty"] = page_json_of(run, "uncertainty.json");
  data["hamlets_uncertainty"] = page_table_of(run, "hamlets_uncertainty.csv");
  data["map"] = map_part(run, hamlets, limits_beside(data));
  return data;
}

}  // namespace phusong::report

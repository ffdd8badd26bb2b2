#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "gis/problem.h"
#include "sim/report/page/page_stages.h"
#include "sim/report/page/page_table.h"

namespace phusong::report {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kNetwork = "network.gpkg";

/// What the cells of a mast tell the page.
struct MastCells {
  std::set<std::string> technologies;
  std::set<double> azimuths_deg;

  std::string technologies_text() const {
    std::string text;
    for (const std::string& technology : technologies)
      text += (text.empty() ? "" : " ") + technology;
    return text;
  }
};

/// The layer of network.gpkg that has a column.
Json network_layer(const StoredRun& run, const gis::TableWish& wish) {
  gis::Problems problems;
  const gis::Table table = gis::read_table(run.path_of(kNetwork), wish, problems);
  problems.throw_if_any();
  return page_table(table);
}

std::map<std::string, MastCells> cells_by_mast(const StoredRun& run) {
  const Json cells = network_layer(run, {{{"cell_id"}, true}, {{"technology"}, true}});
  const std::size_t site = page_column(cells, "site_id", kNetwork),
                    technology = page_column(cells, "technology", kNetwork),
                    azimuth = page_column(cells, "azimuth_deg", kNetwork);
  std::map<std::string, MastCells> masts;
  for (const Json& row : cells.at("rows")) {
    if (!row[site].is_string()) continue;
    MastCells& mast = masts[row[site].get<std::string>()];
    if (row[technology].is_string()) mast.technologies.insert(row[technology].get<std::string>());
    if (row[azimuth].is_number()) mast.azimuths_deg.insert(row[azimuth].get<double>());
  }
  return masts;
}

constexpr std::array kShownOfSite = {"site_id", "name",    "operator", "status",
                                     "type",    "lon_deg", "lat_deg",  "mast_height_m"};

/// The values of a site in those columns; null where the layer has no such column.
Json shown_values(const Json& columns, const Json& site) {
  Json values = Json::array();
  for (const char* const name : kShownOfSite) {
    const auto found = std::ranges::find(columns, name);
    values.push_back(found == columns.end() ? Json() : site[static_cast<std::size_t>(found - columns.begin())]);
  }
  return values;
}

}  // namespace

Json page_sites(const StoredRun& run) {
  if (!run.has(kNetwork)) return nullptr;
  const Json sites = network_layer(run, {{{"site_id"}, true}, {{"mast_height_m"}, true}});
  const std::size_t site_id = page_column(sites, "site_id", kNetwork);
  const std::map<std::string, MastCells> masts = cells_by_mast(run);
  Json rows = Json::array();
  for (const Json& site : sites.at("rows")) {
    Json row = shown_values(sites.at("columns"), site);
    const auto found = site[site_id].is_string() ? masts.find(site[site_id].get<std::string>()) : masts.end();
    const MastCells cells = found == masts.end() ? MastCells() : found->second;
    row.push_back(cells.technologies_text());
    row.push_back(Json(cells.azimuths_deg));
    rows.push_back(std::move(row));
  }
  Json columns(kShownOfSite);
  columns.push_back("technologies");
  columns.push_back("azimuths_deg");
  return {{"columns", std::move(columns)}, {"rows", std::move(rows)}};
}

}  // namespace phusong::report

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "gis/problem.h"
#include "gis/table.h"
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

/// A layer of network.gpkg, by its columns.
class NetworkLayer {
 public:
  /// The layer that has the columns of `wish`.
  NetworkLayer(const StoredRun& run, const gis::TableWish& wish) {
    gis::Problems problems;
    table_ = gis::read_table(run.path_of(kNetwork), wish, problems);
    problems.throw_if_any();
  }

  const std::vector<gis::TableRow>& rows() const { return table_.rows; }
  /// Empty where the layer has no such column.
  std::string text(const gis::TableRow& row, std::string_view column) const {
    const auto found = std::ranges::find(table_.columns, column);
    return found == table_.columns.end() ? "" : row.values[static_cast<std::size_t>(found - table_.columns.begin())];
  }
  std::optional<double> number(const gis::TableRow& row, std::string_view column) const {
    const std::string digits = text(row, column);
    double value = 0.0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() && end == digits.data() + digits.size() ? std::optional(value) : std::nullopt;
  }

 private:
  gis::Table table_;
};

std::map<std::string, MastCells> cells_by_mast(const StoredRun& run) {
  const NetworkLayer cells(run, {{{"cell_id"}, true}, {{"technology"}, true}});
  std::map<std::string, MastCells> masts;
  for (const gis::TableRow& row : cells.rows()) {
    MastCells& mast = masts[cells.text(row, "site_id")];
    mast.technologies.insert(cells.text(row, "technology"));
    if (const auto azimuth_deg = cells.number(row, "azimuth_deg")) mast.azimuths_deg.insert(*azimuth_deg);
  }
  return masts;
}

constexpr std::array kTextsOfSite = {"site_id", "name", "operator", "status", "type"};
constexpr std::array kNumbersOfSite = {"lon_deg", "lat_deg", "mast_height_m"};

Json site_row(const NetworkLayer& sites, const gis::TableRow& site, const MastCells& cells) {
  Json values = Json::array();
  for (const char* const column : kTextsOfSite) {
    const std::string text = sites.text(site, column);
    values.push_back(text.empty() ? Json() : Json(text));
  }
  for (const char* const column : kNumbersOfSite) {
    const auto number = sites.number(site, column);
    values.push_back(number ? Json(*number) : Json());
  }
  values.push_back(cells.technologies_text());
  values.push_back(cells.azimuths_deg);
  return values;
}

}  // namespace

Json page_sites(const StoredRun& run) {
  if (!run.has(kNetwork)) return nullptr;
  const NetworkLayer sites(run, {{{"site_id"}, true}, {{"mast_height_m"}, true}});
  const std::map<std::string, MastCells> masts = cells_by_mast(run);
  Json columns = Json::array();
  for (const char* const column : kTextsOfSite)
    columns.push_back(column);
  for (const char* const column : kNumbersOfSite)
    columns.push_back(column);
  columns.push_back("technologies");
  columns.push_back("azimuths_deg");
  Json rows = Json::array();
  for (const gis::TableRow& site : sites.rows()) {
    const auto found = masts.find(sites.text(site, "site_id"));
    rows.push_back(site_row(sites, site, found == masts.end() ? MastCells() : found->second));
  }
  return {{"columns", std::move(columns)}, {"rows", std::move(rows)}};
}

}  // namespace phusong::report

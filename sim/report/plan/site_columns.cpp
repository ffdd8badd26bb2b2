#include "sim/report/plan/site_columns.h"

#include "gis/crs_kind.h"
#include "sim/report/cell_values.h"

namespace phusong::report {
namespace {

using gis::ColumnType;
using gis::Number;

constexpr const char* kWgs84 = "EPSG:4326";

std::string_view text_of(network::SiteStatus status) {
  switch (status) {
    case network::SiteStatus::kExisting:
      return "existing";
    case network::SiteStatus::kPlanned:
      return "planned";
    case network::SiteStatus::kCandidate:
      return "candidate";
    case network::SiteStatus::kOff:
      return "off";
  }
  return "";
}

std::string_view text_of(network::SiteType type) {
  switch (type) {
    case network::SiteType::kMacro:
      return "macro";
    case network::SiteType::kPole:
      return "pole";
    case network::SiteType::kRooftop:
      return "rooftop";
  }
  return "";
}

std::string_view text_of(network::PowerSource power) {
  switch (power) {
    case network::PowerSource::kNotGiven:
      return "";
    case network::PowerSource::kGrid:
      return "grid";
    case network::PowerSource::kSolar:
      return "solar";
    case network::PowerSource::kGenerator:
      return "generator";
  }
  return "";
}

Number metres(double value) {
  return {value, 4};
}

}  // namespace

std::string_view text_of(network::Backhaul backhaul) {
  switch (backhaul) {
    case network::Backhaul::kNotGiven:
      return "";
    case network::Backhaul::kFibre:
      return "fibre";
    case network::Backhaul::kMicrowave:
      return "microwave";
    case network::Backhaul::kSatellite:
      return "satellite";
    case network::Backhaul::kNone:
      return "none";
  }
  return "";
}

SiteColumns::SiteColumns(const scenario::Scenario& scenario) {
  const std::string& crs = scenario.options.network.sites_crs;
  if (crs == kWgs84) return;
  from_wgs84_.emplace(kWgs84, crs);
  geographic_ = gis::is_geographic(crs);
}

std::vector<gis::Column> SiteColumns::columns() const {
  std::vector<gis::Column> columns = {{"site_id", ColumnType::kText},
                                      {"name", ColumnType::kText},
                                      {"operator", ColumnType::kText},
                                      {"lon_deg", ColumnType::kReal},
                                      {"lat_deg", ColumnType::kReal}};
  if (!geographic_) {
    columns.push_back({"x_m", ColumnType::kReal});
    columns.push_back({"y_m", ColumnType::kReal});
  }
  for (const char* const text : {"status", "type", "backhaul", "power"})
    columns.push_back({text, ColumnType::kText});
  columns.insert(columns.end() - 4, {"mast_height_m", ColumnType::kReal});
  columns.push_back({"battery_hours", ColumnType::kReal});
  columns.push_back({"backhaul_to", ColumnType::kText});
  return columns;
}

std::vector<gis::CellValue> SiteColumns::row(const network::Site& site) const {
  std::vector<gis::CellValue> row = {site.site_id, site.name, site.operator_name};
  const gis::MapPoint wgs84{site.lon_lat.lon_deg, site.lon_lat.lat_deg};
  const gis::MapPoint there = from_wgs84_ ? from_wgs84_->forward(wgs84) : wgs84;
  const gis::MapPoint in_degrees = geographic_ ? there : wgs84;
  row.emplace_back(degrees(in_degrees.x_m));
  row.emplace_back(degrees(in_degrees.y_m));
  if (!geographic_) {
    row.emplace_back(metres(there.x_m));
    row.emplace_back(metres(there.y_m));
  }
  row.emplace_back(read_again(site.mast_height_m));
  for (const std::string_view text :
       {text_of(site.status), text_of(site.type), text_of(site.backhaul), text_of(site.power)})
    row.push_back(text_or_nothing(text));
  row.emplace_back(read_again(site.battery_hours));
  row.push_back(text_or_nothing(site.backhaul_to));
  return row;
}

}  // namespace phusong::report

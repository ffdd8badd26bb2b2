#include "sim/report/network_files.h"

#include <cmath>
#include <map>
#include <vector>

#include "gis/gpkg_writer.h"
#include "gis/output_file.h"
#include "gis/raster_writer.h"
#include "propagation/antenna/half_power_width.h"
#include "sim/report/cell_values.h"
#include "sim/report/plan/plan_data.h"
#include "sim/report/plan/site_columns.h"
#include "sim/report/qgis/layer_styles.h"
#include "sim/report/qgis/raster_styles.h"

namespace phusong::report {
namespace {

using gis::ColumnType;

/// Technologies of the cells of each site, in their order.
std::vector<std::vector<network::Technology>> technologies_by_site(const network::Network& network) {
  std::vector<network::PerTechnology<bool>> has(network.sites.size());
  for (const network::Cell& cell : network.cells)
    has[cell.site][cell.technology] = true;
  std::vector<std::vector<network::Technology>> result(network.sites.size());
  for (std::size_t site = 0; site < has.size(); ++site) {
    for (const network::Technology technology : network::kTechnologies)
      if (has[site][technology]) result[site].push_back(technology);
  }
  return result;
}

gis::GpkgLayer site_layer(const scenario::Scenario& scenario) {
  const network::Network& network = scenario.network;
  const SiteColumns columns(scenario);
  gis::OutputTable table{.name = "sites", .columns = columns.columns(), .rows = {}};
  table.columns.push_back({"technologies", ColumnType::kText});
  table.columns.push_back({"on_air", ColumnType::kInteger});
  std::vector<gis::MapPoint> positions;
  const auto technologies = technologies_by_site(network);
  for (std::size_t i = 0; i < network.sites.size(); ++i) {
    std::vector<gis::CellValue> row = columns.row(network.sites[i]);
    row.push_back(text_or_nothing(names_of(technologies[i])));
    row.emplace_back(std::int64_t{network.on_air(network.sites[i])});
    table.rows.push_back(std::move(row));
    positions.push_back(network.sites[i].position);
  }
  std::string style = site_style(scenario.options.report.language, table.columns);
  return {.table = std::move(table), .shapes = std::move(positions), .style = std::move(style)};
}

std::vector<gis::CellValue> sector_row(const network::Network& network, const network::Cell& cell) {
  const network::Site& site = network.sites[cell.site];
  return {cell.cell_id,
          site.site_id,
          site.operator_name,
          std::string(name_of(cell.technology)),
          read_again(cell.frequency_mhz),
          read_again(cell.bandwidth_mhz),
          cell.azimuth_true_deg ? gis::CellValue(gis::Number{*cell.azimuth_true_deg, 2}) : gis::CellValue(),
          gis::Number{propagation::half_power_width_deg(cell.antenna), 2},
          read_again(cell.antenna_height_agl_m),
          decibels(cell.eirp_dbm),
          gis::Number{cell.antenna.mechanical_tilt_deg, 2},
          gis::Number{cell.antenna.electrical_tilt_deg, 2},
          std::int64_t{network.on_air(site)}};
}

gis::GpkgLayer cell_layer(const scenario::Scenario& scenario) {
  const network::Network& network = scenario.network;
  gis::OutputTable table{.name = "cells",
                         .columns = {{"cell_id", ColumnType::kText},
                                     {"site_id", ColumnType::kText},
                                     {"operator", ColumnType::kText},
                                     {"technology", ColumnType::kText},
                                     {"frequency_mhz", ColumnType::kReal},
                                     {"bandwidth_mhz", ColumnType::kReal},
                                     {"azimuth_deg", ColumnType::kReal},
                                     {"beamwidth_deg", ColumnType::kReal},
                                     {"antenna_height_agl_m", ColumnType::kReal},
                                     {"eirp_dbm", ColumnType::kReal},
                                     {"mechanical_tilt_deg", ColumnType::kReal},
                                     {"electrical_tilt_deg", ColumnType::kReal},
                                     {"on_air", ColumnType::kInteger}},
                         .rows = {}};
  std::vector<gis::MapPoint> positions;
  for (const network::Cell& cell : network.cells) {
    table.rows.push_back(sector_row(network, cell));
    positions.push_back(network.sites[cell.site].position);
  }
  std::string style = cell_style(scenario.options.report.language, table.columns);
  return {.table = std::move(table), .shapes = std::move(positions), .style = std::move(style)};
}

double length_km(const gis::MapLine& line) {
  return std::hypot(line.to.x_m - line.from.x_m, line.to.y_m - line.from.y_m) / 1000.0;
}

gis::GpkgLayer link_layer(const scenario::Scenario& scenario) {
  std::map<std::string_view, const network::Site*> by_id;
  for (const network::Site& site : scenario.network.sites)
    by_id.emplace(site.site_id, &site);
  gis::OutputTable table{.name = "links",
                         .columns = {{"from", ColumnType::kText},
                                     {"to", ColumnType::kText},
                                     {"medium", ColumnType::kText},
                                     {"length_km", ColumnType::kReal}},
                         .rows = {}};
  std::vector<gis::MapLine> lines;
  for (const network::Site& site : scenario.network.sites) {
    const auto other = by_id.find(site.backhaul_to);
    if (other == by_id.end()) continue;
    const gis::MapLine& line = lines.emplace_back(gis::MapLine{site.position, other->second->position});
    table.rows.push_back(
        {site.site_id, site.backhaul_to, text_or_nothing(text_of(site.backhaul)), gis::Number{length_km(line), 4}});
  }
  std::string style = link_style(scenario.options.report.language, table.columns);
  return {.table = std::move(table), .shapes = std::move(lines), .style = std::move(style)};
}

}  // namespace

void write_network(const std::filesystem::path& run_folder, const scenario::Scenario& scenario) {
  gis::write_gpkg(run_folder / "network.gpkg", {site_layer(scenario), cell_layer(scenario), link_layer(scenario)},
                  scenario.crs);
}

void write_terrain(const std::filesystem::path& run_folder, const scenario::Scenario& scenario,
                   const gis::Terrain& terrain) {
  const std::filesystem::path path = run_folder / "terrain.tif";
  if (exists(path)) return;
  gis::write_text_file(run_folder / "terrain.qml", terrain_style());
  gis::write_height_cog(path, terrain.grid(), scenario.crs, terrain.ground_m(), {"ground above sea level", "m"});
}

}  // namespace phusong::report

#include "sim/scenario/synth/province_tables.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/scenario/written_cells.h"

namespace phusong::synth {
namespace {

using gis::CellValue;
using gis::ColumnType;
using gis::Number;

constexpr int kDegreeDecimals = 6;

Number degrees(double value) {
  return {.value = value, .decimals = kDegreeDecimals};
}

std::string name_of(network::Backhaul backhaul) {
  return backhaul == network::Backhaul::kFibre ? "fibre" : "microwave";
}

std::string name_of(network::PowerSource power) {
  return power == network::PowerSource::kGrid ? "grid" : "solar";
}

// A GeoJSON ring: closed, six decimals.
nlohmann::ordered_json ring_of(const std::vector<gis::MapPoint>& outline, const gis::WorkingCrs& crs) {
  auto ring = nlohmann::ordered_json::array();
  for (const gis::MapPoint corner : outline) {
    const gis::LonLat at = crs.to_lon_lat(corner);
    ring.push_back({std::round(at.lon_deg * 1e6) / 1e6, std::round(at.lat_deg * 1e6) / 1e6});
  }
  ring.push_back(ring.front());
  return ring;
}

scenario::WrittenCell written(const Sector& sector, const network::Site& site) {
  const Carrier& carrier = sector.carrier;
  return {.cell_id = sector.cell_id,
          .site_id = site.site_id,
          .technology = std::string(network::name_of(carrier.technology)),
          .frequency_mhz = Number{carrier.frequency_mhz, 1},
          .bandwidth_mhz = Number{carrier.bandwidth_mhz, 1},
          .antenna_height_agl_m = Number{sector.antenna_height_agl_m, 0},
          .azimuth_deg = std::int64_t{sector.azimuth_deg},
          .mechanical_tilt_deg = std::int64_t{0},
          .electrical_tilt_deg = std::int64_t{sector.electrical_tilt_deg},
          .tx_power_dbm = Number{carrier.tx_power_dbm, 1},
          .antenna_gain_dbi = Number{carrier.antenna_gain_dbi, 1},
          .beamwidth_h_deg = Number{carrier.beamwidth_h_deg, 0},
          .beamwidth_v_deg = Number{carrier.beamwidth_v_deg, 0},
          .feeder_loss_db = Number{carrier.feeder_loss_db, 1}};
}

}  // namespace

gis::OutputTable sites_table(const Province& province) {
  gis::OutputTable table{.name = "sites",
                         .columns = {{"site_id", ColumnType::kText},
                                     {"name", ColumnType::kText},
                                     {"operator", ColumnType::kText},
                                     {"lon_deg", ColumnType::kReal},
                                     {"lat_deg", ColumnType::kReal},
                                     {"mast_height_m", ColumnType::kReal},
                                     {"status", ColumnType::kText},
                                     {"backhaul", ColumnType::kText},
                                     {"power", ColumnType::kText},
                                     {"battery_hours", ColumnType::kReal},
                                     {"backhaul_to", ColumnType::kText}},
                         .rows = {}};
  for (const network::Site& site : province.stations.sites) {
    table.rows.push_back({site.site_id, site.name, site.operator_name, degrees(site.lon_lat.lon_deg),
                          degrees(site.lon_lat.lat_deg), Number{site.mast_height_m, 0}, "existing",
                          name_of(site.backhaul), name_of(site.power), Number{site.battery_hours, 0},
                          site.backhaul_to.empty() ? CellValue() : CellValue(site.backhaul_to)});
  }
  return table;
}

gis::OutputTable cells_table(const Province& province) {
  const scenario::WrittenCells columns{scenario::CellColumnGroup::kTransmitter};
  gis::OutputTable table{.name = "cells", .columns = columns.columns(), .rows = {}};
  for (const Sector& sector : province.stations.sectors)
    table.rows.push_back(columns.row(written(sector, province.stations.sites[sector.site])));
  return table;
}

gis::OutputTable hamlets_table(const Province& province) {
  gis::OutputTable table{.name = "hamlets",
                         .columns = {{"hamlet_id", ColumnType::kText},
                                     {"name", ColumnType::kText},
                                     {"commune", ColumnType::kText},
                                     {"district", ColumnType::kText},
                                     {"province", ColumnType::kText},
                                     {"lon_deg", ColumnType::kReal},
                                     {"lat_deg", ColumnType::kReal},
                                     {"radius_m", ColumnType::kReal},
                                     {"population", ColumnType::kInteger},
                                     {"households", ColumnType::kInteger},
                                     {"share_2g_only", ColumnType::kReal},
                                     {"share_3g_only", ColumnType::kReal},
                                     {"share_volte", ColumnType::kReal},
                                     {"share_smartphone", ColumnType::kReal},
                                     {"fixed_broadband", ColumnType::kInteger},
                                     {"grid_power", ColumnType::kInteger}},
                         .rows = {}};
  for (const network::Hamlet& hamlet : province.settlements.hamlets) {
    table.rows.push_back({hamlet.hamlet_id, hamlet.name, hamlet.commune, hamlet.district, hamlet.province,
                          degrees(hamlet.lon_lat.lon_deg), degrees(hamlet.lon_lat.lat_deg), Number{hamlet.radius_m, 0},
                          hamlet.population, hamlet.households, Number{hamlet.share_2g_only, 3},
                          Number{hamlet.share_3g_only, 3}, Number{hamlet.share_volte, 3},
                          Number{hamlet.share_smartphone, 3}, std::int64_t{hamlet.fixed_broadband ? 1 : 0},
                          std::int64_t{hamlet.grid_power ? 1 : 0}});
  }
  return table;
}

std::string communes_geojson(const Province& province, const gis::WorkingCrs& crs) {
  auto features = nlohmann::ordered_json::array();
  for (const Commune& commune : province.settlements.communes) {
    features.push_back(
        {{"type", "Feature"},
         {"properties",
          {{"commune", commune.name}, {"district", commune.district}, {"province", province.settlements.province}}},
         {"geometry", {{"type", "Polygon"}, {"coordinates", {ring_of(commune.outline, crs)}}}}});
  }
  const nlohmann::ordered_json collection = {{"type", "FeatureCollection"}, {"features", std::move(features)}};
  return collection.dump(1) + "\n";
}

}  // namespace phusong::synth

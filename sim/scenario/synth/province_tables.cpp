#include "sim/scenario/synth/province_tables.h"

#include <cmath>
#include <nlohmann/json.hpp>

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
                                     {"power", ColumnType::kText}},
                         .rows = {}};
  for (const network::Site& site : province.stations.sites) {
    table.rows.push_back({site.site_id, site.name, site.operator_name, degrees(site.lon_lat.lon_deg),
                          degrees(site.lon_lat.lat_deg), Number{site.mast_height_m, 0}, "existing",
                          name_of(site.backhaul), name_of(site.power)});
  }
  return table;
}

gis::OutputTable cells_table(const Province& province) {
  gis::OutputTable table{.name = "cells",
                         .columns = {{"cell_id", ColumnType::kText},
                                     {"site_id", ColumnType::kText},
                                     {"technology", ColumnType::kText},
                                     {"frequency_mhz", ColumnType::kReal},
                                     {"bandwidth_mhz", ColumnType::kReal},
                                     {"antenna_height_agl_m", ColumnType::kReal},
                                     {"azimuth_deg", ColumnType::kInteger},
                                     {"mechanical_tilt_deg", ColumnType::kInteger},
                                     {"electrical_tilt_deg", ColumnType::kInteger},
                                     {"tx_power_dbm", ColumnType::kReal},
                                     {"antenna_gain_dbi", ColumnType::kReal},
                                     {"beamwidth_h_deg", ColumnType::kReal},
                                     {"beamwidth_v_deg", ColumnType::kReal},
                                     {"feeder_loss_db", ColumnType::kReal}},
                         .rows = {}};
  for (const Sector& sector : province.stations.sectors) {
    const Carrier& carrier = sector.carrier;
    table.rows.push_back({sector.cell_id, province.stations.sites[sector.site].site_id,
                          std::string(network::name_of(carrier.technology)), Number{carrier.frequency_mhz, 1},
                          Number{carrier.bandwidth_mhz, 1}, Number{sector.antenna_height_agl_m, 0},
                          std::int64_t{sector.azimuth_deg}, std::int64_t{0}, std::int64_t{sector.electrical_tilt_deg},
                          Number{carrier.tx_power_dbm, 1}, Number{carrier.antenna_gain_dbi, 1},
                          Number{carrier.beamwidth_h_deg, 0}, Number{carrier.beamwidth_v_deg, 0},
                          Number{carrier.feeder_loss_db, 1}});
  }
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

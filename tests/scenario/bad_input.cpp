#include "tests/scenario/bad_input.h"

#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <stdexcept>

namespace phusong::tests {
namespace {

using Spoil = std::function<void(TinyScenario&)>;

/// Replaces a text in a file.
Spoil change(const std::string& file, const std::string& from, const std::string& to) {
  return [=](TinyScenario& tiny) { tiny.replace(file, from, to); };
}

std::vector<BadInput> bad_keys() {
  return {
      {"a key misspelt", change("scenario.toml", "technologies", "tecnologies"), 2,
       "@/scenario.toml:14: coverage.tecnologies = '[2G, 4G]': unknown key; did you mean coverage.technologies?"},
      {"a wrong TOML type", change("scenario.toml", "rasters = false", "rasters = \"no\""), 2,
       "@/scenario.toml:15: coverage.rasters = 'no': has the wrong type: true or false is wanted"},
      {"a value out of range", change("scenario.toml", "cell_size_m = 500", "cell_size_m = -1"), 2,
       "@/scenario.toml:6: terrain.cell_size_m = '-1': out of range (allowed: 0 … 5000 m)"},
      {"a NaN in TOML", change("scenario.toml", "cell_size_m = 500", "cell_size_m = nan"), 2,
       "@/scenario.toml:6: terrain.cell_size_m = 'nan': is not a finite number (allowed: 0 … 5000 m)"},
      {"a required key missing", change("scenario.toml", "hamlets = \"hamlets.csv\"", ""), 2,
       "@/scenario.toml: network.hamlets: is required and missing (allowed: e.g. \"hamlets.csv\")"},
      {"an unknown CRS", change("scenario.toml", "EPSG:9209", "EPSG:999999"), 2,
       "@/scenario.toml:2: scenario.crs = 'EPSG:999999': unknown CRS 'EPSG:999999' (allowed: a projected CRS in "
       "metres, "
       "e.g. \"EPSG:9211\", or \"auto\")"},
      {"a CRS that is not projected", change("scenario.toml", "EPSG:9209", "EPSG:4756"), 2,
       "@/scenario.toml:2: scenario.crs = 'EPSG:4756': CRS 'EPSG:4756' is not projected (allowed: a projected CRS in "
       "metres, e.g. \"EPSG:9211\", or \"auto\")"},
      {"a working CRS that stretches lengths", change("scenario.toml", "EPSG:9209", "EPSG:3857"), 2,
       "@/scenario.toml:2: scenario.crs = 'EPSG:3857': CRS 'EPSG:3857' has distances 8.5 % off the ground's at "
       "105.1000, "
       "22.1000 (longitude, latitude) of the terrain (allowed: at most 1 % off, e.g. \"EPSG:32648\", or \"auto\")"},
      {"a UTM zone far away", change("scenario.toml", "EPSG:9209", "EPSG:32640"), 2,
       "@/scenario.toml:2: scenario.crs = 'EPSG:32640': CRS 'EPSG:32640' has distances 38.3 % off the ground's at "
       "105.1000, 22.1000 (longitude, latitude) of the terrain (allowed: at most 1 % off, e.g. \"EPSG:32648\", or "
       "\"auto\")"},
      {"an unknown CRS of the elevation",
       change("scenario.toml", "cell_size_m", "elevation_crs = \"EPSG:999999\"\ncell_size_m"), 2,
       "@/scenario.toml:6: terrain.elevation_crs = 'EPSG:999999': unknown CRS 'EPSG:999999' (allowed: e.g. "
       "\"EPSG:4326\")"},
      {"a CRS without a known datum shift",
       change("scenario.toml", "EPSG:9209", "+proj=tmerc +lon_0=105.5 +k=0.9999 +x_0=500000 +ellps=WGS84"), 2,
       "@/scenario.toml:2: scenario.crs = '+proj=tmerc +lon_0=105.5 +k=0.9999 +x_0=500000 +ellps=WGS84': no "
       "transformation with a known datum shift from 'EPSG:4326' to '+proj=tmerc +lon_0=105.5 +k=0.9999 +x_0=500000 "
       "+ellps=WGS84' (allowed: a projected CRS in metres, e.g. \"EPSG:9211\", or \"auto\")"},
      {"an operator that is not there",
       change("scenario.toml", "rasters = false", "rasters = false\n[service]\noperators = [\"Vietel\"]"), 2,
       "@/scenario.toml:17: service.operators = '[Vietel]': 'Vietel' has no site on air (allowed: any, Viettel)"},
  };
}

std::vector<BadInput> no_files() {
  return {
      {"a file that does not exist", [](TinyScenario& tiny) { tiny.remove("cells.csv"); }, 3,
       "@/scenario.toml:10: network.cells = 'cells.csv': the file does not exist"},
      {"an empty file", [](TinyScenario& tiny) { tiny.file("hamlets.csv") = ""; }, 3,
       "@/scenario.toml:11: network.hamlets = 'hamlets.csv': the file is empty"},
      {"a directory", change("scenario.toml", "\"sites.csv\"", "\".\""), 3,
       "@/scenario.toml:9: network.sites = '.': the file is a directory, not a file"},
      {"a link to nothing",
       [](TinyScenario& tiny) {
         tiny.remove("terrain.asc");
         std::filesystem::create_symlink("nowhere", tiny.folder() / "terrain.asc");
       },
       3, "@/scenario.toml:5: terrain.elevation = 'terrain.asc': the file does not exist"},
      {"a pipe",
       [](TinyScenario& tiny) {
         tiny.remove("cells.csv");
         if (mkfifo((tiny.folder() / "cells.csv").c_str(), 0600) != 0) throw std::runtime_error("no pipe");
       },
       3, "@/scenario.toml:10: network.cells = 'cells.csv': the file is a pipe or a device, not a file"},
  };
}

std::vector<BadInput> bad_files() {
  return {
      {"a table of headings alone",
       [](TinyScenario& tiny) { tiny.file("hamlets.csv").resize(tiny.file("hamlets.csv").find('\n') + 1); }, 3,
       "@/hamlets.csv: has no rows: there is no hamlet to compute"},
      {"terrain that is all void",
       [](TinyScenario& tiny) {
         tiny.file("terrain.asc") =
             "ncols 2\nnrows 2\nxllcorner 105.0\nyllcorner 22.0\ncellsize 0.1\nNODATA_value -9999\n-9999 -9999\n-9999 "
             "-9999\n";
       },
       3, "@/terrain.asc: no height between -50 and 3500 m: all void"},
      {"terrain without a CRS", [](TinyScenario& tiny) { tiny.remove("terrain.prj"); }, 3,
       "@/terrain.asc: has no coordinate reference system (allowed: a .prj beside the file, or for elevation the key "
       "terrain.elevation_crs)"},
      {"terrain that is a picture",
       [](TinyScenario& tiny) {
         tiny.replace("scenario.toml", "terrain.asc", "picture.vrt");
         const std::string band =
             "\"><SimpleSource><SourceFilename relativeToVRT=\"1\">terrain.asc</SourceFilename><SourceBand>1"
             "</SourceBand></SimpleSource></VRTRasterBand>\n";
         tiny.file("picture.vrt") =
             "<VRTDataset rasterXSize=\"20\" rasterYSize=\"20\"><SRS>EPSG:4326</SRS>\n"
             "<GeoTransform>105, 0.01, 0, 22.2, 0, -0.01</GeoTransform>\n<VRTRasterBand dataType=\"Byte\" band=\"1" +
             band + "<VRTRasterBand dataType=\"Byte\" band=\"2" + band + "</VRTDataset>\n";
       },
       3,
       "@/picture.vrt: has 2 bands: a picture, or more than heights (allowed: one band of heights, beside it at most "
       "an alpha "
       "band)"},
      {"a path in the way of Windows", change("scenario.toml", "terrain.asc", "data\\terrain.asc"), 3,
       "@/scenario.toml:5: terrain.elevation = 'data\\terrain.asc': the file does not exist; a backslash in double "
       "quotes begins an escape: write forward slashes (\"data/terrain.tif\") or single quotes "
       "('C:\\data\\terrain.tif')"},
      {"terrain that is no raster", [](TinyScenario& tiny) { tiny.file("terrain.asc") = "hello\n"; }, 3,
       "@/terrain.asc: is not a raster that GDAL reads: no band"},
      {"an antenna pattern that does not exist",
       [](TinyScenario& tiny) {
         tiny.replace("cells.csv", "antenna_gain_dbi", "antenna_gain_dbi,antenna_pattern");
         tiny.replace("cells.csv", "43,15.5", "43,15.5,none.msi");
         tiny.replace("cells.csv", "46,17", "46,17,");
       },
       3, "@/cells.csv:2: antenna_pattern = 'none.msi': the file does not exist"},
  };
}

std::vector<BadInput> bad_sites() {
  return {
      {"a missing column", change("sites.csv", "site_id,", "label,"), 3,
       "@/sites.csv: site_id: the required column is missing; not known are the columns label (allowed: or under the "
       "name "
       "id, site, ma_tram)"},
      {"a position missing", change("sites.csv", "lat_deg", "breadth"), 3,
       "@/sites.csv: lat_deg: the required column is missing: the table has no positions; not known are the columns "
       "breadth (allowed: lon_deg (or lon, longitude) and lat_deg (or lat, latitude), or x_m and y_m, or point "
       "geometry)"},
      {"a duplicate id",
       [](TinyScenario& tiny) { tiny.file("sites.csv") += "S1,Other,VNPT,105.11,22.1,42,existing,macro,fibre,grid\n"; },
       3, "@/sites.csv:3: site_id = 'S1': stands on row 2 too (allowed: unique ids)"},
      {"latitude and longitude swapped", change("sites.csv", "105.1,22.1", "22.1,105.1"), 3,
       "@/sites.csv:2: lon_deg, lat_deg = '22.1, 105.1': latitude and longitude look swapped (allowed: lon_deg -180 … "
       "180 °, lat_deg -90 … 90 °)"},
      {"a longitude beyond the globe", change("sites.csv", "105.1,22.1", "1051,22.1"), 3,
       "@/sites.csv:2: lon_deg, lat_deg = '1051, 22.1': out of range (allowed: lon_deg -180 … 180 °, lat_deg -90 … 90 "
       "°)"},
      {"two columns of one meaning", change("sites.csv", "name,", "ma_tram,"), 3,
       "@/sites.csv: ma_tram: means the same as column site_id (allowed: one column for site_id)"},
      {"a decimal comma in a , file", change("sites.csv", "105.1,22.1", "\"105,1\",22.1"), 3,
       "@/sites.csv:2: lon_deg = '105,1': has a decimal comma, which only a table separated by ; may have (allowed: a "
       "decimal point)"},
      {"an unknown status", change("sites.csv", "existing", "built"), 3,
       "@/sites.csv:2: status = 'built': is not one of the known names (allowed: existing, planned, candidate, off)"},
      {"an extra field in one row", change("sites.csv", "fibre,grid", "fibre,grid,5"), 3,
       "@/sites.csv:2: 11 fields where the header has 10; a decimal comma needs ';' between the fields, and thousands "
       "are written without marks"},
      {"projected coordinates without their CRS",
       [](TinyScenario& tiny) {
         tiny.replace("sites.csv", "lon_deg,lat_deg", "x_m,y_m");
         tiny.replace("sites.csv", "105.1,22.1", "458700,2444000");
       },
       3,
       "@/sites.csv: network.sites_crs: @/sites.csv has x_m, y_m: network.sites_crs must say in which projected CRS "
       "(allowed: e.g. EPSG:9211)"},
      {"a table's CRS without a known datum shift",
       change("scenario.toml", "sites = ", "sites_crs = \"+proj=longlat +ellps=krass\"\nsites = "), 2,
       "@/scenario.toml:9: network.sites_crs = '+proj=longlat +ellps=krass': no transformation with a known datum "
       "shift "
       "from '+proj=longlat +ellps=krass' to 'EPSG:4326' (allowed: e.g. EPSG:4326, EPSG:4756, EPSG:9211)"},
  };
}

std::vector<BadInput> bad_cells() {
  const auto cell = [](const char* from, const char* to) { return change("cells.csv", from, to); };
  return {
      {"a cell without site", cell("C2,S1", "C2,S9"), 3,
       "@/cells.csv:3: site_id = 'S9': there is no such site in the sites table"},
      {"an unknown technology", cell("2G", "6G"), 3,
       "@/cells.csv:2: technology = '6G': is not one of the known names (allowed: 2G, 3G, 4G, 5G)"},
      {"azimuth 400", cell("40,90,43", "40,400,43"), 3,
       "@/cells.csv:2: azimuth_deg = '400': out of range (allowed: 0 … 360 °)"},
      {"power 400 dBm", cell("90,43,", "90,400,"), 3,
       "@/cells.csv:2: tx_power_dbm = '400': out of range (allowed: -10 … 80 dBm)"},
      {"a NaN", cell("947.5", "NaN"), 3,
       "@/cells.csv:2: frequency_mhz = 'NaN': is not a finite number (allowed: 20 … 100000 MHz)"},
      {"a frequency that the model does not know", cell("1842.5", "7500"), 3,
       "@/cells.csv:3: frequency_mhz = '7500': out of the model's range (allowed: 30 … 6000 MHz)"},
      {"a bandwidth that 4G does not know", cell("1842.5,20", "1842.5,12"), 3,
       "@/cells.csv:3: bandwidth_mhz = '12': is no bandwidth of 4G (allowed: 1.4, 3, 5, 10, 15, 20 MHz, or "
       "reference_power_offset_db)"},
      {"power given in two forms",
       [](TinyScenario& tiny) {
         tiny.replace("cells.csv", "antenna_gain_dbi", "antenna_gain_dbi,eirp_dbm");
         tiny.replace("cells.csv", "43,15.5", "43,15.5,58.5");
         tiny.replace("cells.csv", "46,17", "46,17,");
       },
       3,
       "@/cells.csv:2: tx_power_dbm = '43': the power is given in two forms at once (allowed: tx_power_dbm with "
       "antenna_gain_dbi, or eirp_dbm, or erp_dbm)"},
      {"no power", cell(",46,17", ",,17"), 3,
       "@/cells.csv:3: tx_power_dbm: no power is given (allowed: tx_power_dbm with antenna_gain_dbi, or eirp_dbm, or "
       "erp_dbm)"},
      {"no gain", cell(",46,17", ",46,"), 3,
       "@/cells.csv:3: antenna_gain_dbi: is empty, and there is no antenna_pattern with a gain (allowed: -20 … 60 "
       "dBi)"},
      {"an antenna in space", cell("0.2,40", "0.2,40000"), 3,
       "@/cells.csv:2: antenna_height_agl_m = '40000': out of range (allowed: 1 … 500 m)"},
  };
}

std::vector<BadInput> bad_hamlets() {
  const auto hamlet = [](const char* from, const char* to) { return change("hamlets.csv", from, to); };
  return {
      {"text in a number", hamlet("250", "many"), 3,
       "@/hamlets.csv:2: population = 'many': is not a number (allowed: 0 … 1e+08)"},
      {"fewer than no people", hamlet("250", "-250"), 3,
       "@/hamlets.csv:2: population = '-250': out of range (allowed: 0 … 1e+08)"},
      {"half a person", hamlet("250", "250.5"), 3,
       "@/hamlets.csv:2: population = '250.5': is not a whole number (allowed: 0 … 1e+08)"},
      {"more handsets than all", hamlet("0.1,0.5", "0.6,0.5"), 3,
       "@/hamlets.csv:2: share_2g_only + share_3g_only + share_volte = '1.1': the shares of handsets add up to more "
       "than all (allowed: a sum ≤ 1)"},
      {"a cluster of no hamlet",
       [](TinyScenario& tiny) {
         tiny.replace("scenario.toml", "[coverage]", "clusters = \"clusters.csv\"\n[coverage]");
         tiny.file("clusters.csv") = "hamlet_id,lon_deg,lat_deg\nH1,105.12,22.1\nH7,105.1,22.1\n";
       },
       3, "@/clusters.csv:3: hamlet_id = 'H7': there is no such hamlet in the hamlets table"},
  };
}

}  // namespace

std::vector<BadInput> bad_inputs() {
  std::vector<BadInput> all;
  for (const auto& part : {bad_keys(), no_files(), bad_files(), bad_sites(), bad_cells(), bad_hamlets()})
    all.insert(all.end(), part.begin(), part.end());
  return all;
}

}  // namespace phusong::tests

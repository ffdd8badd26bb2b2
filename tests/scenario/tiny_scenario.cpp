#include "tests/scenario/tiny_scenario.h"

#include <unistd.h>

#include <atomic>
#include <cmath>
#include <fstream>
#include <stdexcept>

namespace phusong::tests {
namespace {

/// 20 × 20 cells of 0.01° from 105.0 E, 22.0 N, in the one raster format that is text.
std::string hill() {
  std::string text = "ncols 20\nnrows 20\nxllcorner 105.0\nyllcorner 22.0\ncellsize 0.01\nNODATA_value -9999\n";
  for (int row = 0; row < 20; ++row) {
    for (int column = 0; column < 20; ++column)
      text += std::to_string(400 - 3 * ((row - 10) * (row - 10) + (column - 10) * (column - 10)) / 2) + " ";
    text += "\n";
  }
  return text;
}

constexpr const char* kWgs84Prj =
    "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137,298.257223563]],"
    "PRIMEM[\"Greenwich\",0],UNIT[\"Degree\",0.017453292519943295]]";

constexpr const char* kScenario = R"([scenario]
crs = "EPSG:9209"

[terrain]
elevation = "terrain.asc"
cell_size_m = 500

[network]
sites = "sites.csv"
cells = "cells.csv"
hamlets = "hamlets.csv"

[coverage]
technologies = ["2G", "4G"]
rasters = false
)";

constexpr const char* kSites = R"(site_id,name,operator,lon_deg,lat_deg,mast_height_m,status,type,backhaul,power
S1,Khau Tinh,Viettel,105.1,22.1,42,existing,macro,fibre,grid
)";

constexpr const char* kCells =
    R"(cell_id,site_id,technology,frequency_mhz,bandwidth_mhz,antenna_height_agl_m,azimuth_deg,tx_power_dbm,antenna_gain_dbi
C1,S1,2G,947.5,0.2,40,90,43,15.5
C2,S1,4G,1842.5,20,40,,46,17
)";

constexpr const char* kHamlets =
    R"(hamlet_id,name,commune,district,province,lon_deg,lat_deg,population,share_2g_only,share_volte
H1,Bản Lãm,Khau Tinh,Na Hang,Tuyên Quang,105.12,22.1,250,0.1,0.5
H2,Nà Tạng,Khau Tinh,Na Hang,Tuyên Quang,105.08,22.08,180,0.2,0.4
)";

std::filesystem::path new_folder() {
  static std::atomic<int> count = 0;
  return std::filesystem::temp_directory_path() /
         ("phusong-tiny-" + std::to_string(getpid()) + "-" + std::to_string(++count));
}

}  // namespace

TinyScenario::TinyScenario()
    : folder_(new_folder()), files_{{"scenario.toml", kScenario}, {"terrain.asc", hill()}, {"terrain.prj", kWgs84Prj},
                                    {"sites.csv", kSites},        {"cells.csv", kCells},   {"hamlets.csv", kHamlets}} {
  std::filesystem::create_directories(folder_);
}

TinyScenario::~TinyScenario() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void TinyScenario::replace(const std::string& name, const std::string& from, const std::string& to) {
  std::string& text = files_.at(name);
  const std::size_t at = text.find(from);
  if (at == std::string::npos) throw std::logic_error(name + " does not hold '" + from + "'");
  text.replace(at, from.size(), to);
}

const std::filesystem::path& TinyScenario::write() const {
  for (const auto& [name, text] : files_)
    std::ofstream(folder_ / name, std::ios::binary) << text;
  return folder_;
}

}  // namespace phusong::tests

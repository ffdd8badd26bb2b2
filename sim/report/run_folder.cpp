#include "sim/report/run_folder.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include "gis/output_file.h"
#include "sim/report/manifest.h"

namespace phusong::report {
namespace {

namespace fs = std::filesystem;

constexpr const char* kManifest = "manifest.json";
constexpr const char* kBegun = ".begun.json";

/// All that a run writes, files and folders.
constexpr std::array kRunEntries = {kManifest,
                                    kBegun,
                                    "timings.json",
                                    "coverage",
                                    "pathloss",
                                    "hamlets.gpkg",
                                    "hamlets.qml",
                                    "hamlets.csv",
                                    "hamlets.geojson",
                                    "hamlets_by_operator.csv",
                                    "points.csv",
                                    "point_levels.csv",
                                    "communes.csv",
                                    "communes_old.csv",
                                    "districts.csv",
                                    "kpi.json",
                                    "kpi.csv",
                                    "network.gpkg",
                                    "terrain.tif",
                                    "terrain.qml",
                                    "phusong.qgz",
                                    "report.html",
                                    "tables.xlsx",
                                    "plan",
                                    "sunset",
                                    "resilience.csv",
                                    "resilience_hamlets.csv",
                                    "resilience.gpkg",
                                    "resilience.geojson",
                                    "resilience.qml",
                                    "fixes.csv",
                                    "fixes_sites.csv",
                                    "fixes_cells.csv",
                                    "uncertainty.json",
                                    "hamlets_uncertainty.csv",
                                    "hamlets_uncertainty.gpkg"};

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

std::optional<std::string> RunFolder::identity() const {
  if (is_complete()) return identity_of_manifest(text_of(path_ / kManifest));
  if (fs::exists(path_ / kBegun)) return text_of(path_ / kBegun);
  return std::nullopt;
}

bool RunFolder::holds_anything() const {
  if (!fs::exists(path_)) return false;
  return std::any_of(fs::directory_iterator(path_), fs::directory_iterator(),
                     [](const fs::directory_entry& entry) { return entry.path().filename() != ".lock"; });
}

bool RunFolder::is_complete() const {
  return fs::exists(path_ / kManifest);
}

void RunFolder::clear() const {
  for (const char* const entry : kRunEntries)
    fs::remove_all(path_ / entry);
}

void RunFolder::begin(const std::string& identity) const {
  fs::create_directories(path_);
  gis::write_text_file(path_ / kBegun, identity);
}

void RunFolder::complete(const std::string& manifest) const {
  gis::write_text_file(path_ / kManifest, manifest);
  fs::remove(path_ / kBegun);
}

}  // namespace phusong::report

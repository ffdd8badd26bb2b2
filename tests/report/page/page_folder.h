#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include "sim/report/stored/stored_run.h"
#include "tests/gis/temporary_folder.h"

namespace phusong::tests {

/// A RUN folder of two hamlets for as long as it lives.
class PageFolder {
 public:
  PageFolder() {
    put("manifest.json",
        R"({"program": "phusong", "version": "1", "inputs": [], "working_crs_id": "EPSG:32648", "options": {
        "report.language": "vi", "scenario.name": "two", "scenario.title": "Hai thôn </title><script>"}})");
    put("hamlets.csv",
        "\xEF\xBB\xBFhamlet_id,name,population,lon_deg,lat_deg,2g_level_dbm,2g_best_cell,status,private\n"
        "007,</script><script>x,120,105.5,22.25,-80.50,C1,covered,secret\n"
        "008,'=1+1,80,105.75,22.5,,,white,\n");
    put("kpi.json",
        R"({"operator": "any", "operators": ["A", "any"], "technologies": ["2G"], "total": {"hamlets": 2}})");
  }

  void put(const std::string& file, const std::string& text) const {
    const std::filesystem::path path = folder_.path() / file;
    create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
  }
  const std::filesystem::path& path() const { return folder_.path(); }
  report::StoredRun run() const { return report::StoredRun::open(folder_.path()); }

 private:
  TemporaryFolder folder_;
};

}  // namespace phusong::tests

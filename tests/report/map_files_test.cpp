#include "sim/report/map_files.h"

#include <doctest/doctest.h>

#include <fstream>
#include <limits>

#include "../gis/temporary_folder.h"
#include "sim/report/map_paths.h"
#include "tiny_run.h"

using namespace phusong;
using namespace phusong::report;
using phusong::network::Technology;

namespace {

/// 2 × 2 cells of 4G: out of range, below the threshold, and twice above it.
coverage::CoverageMaps tiny_maps() {
  constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();
  const gis::Grid grid{.left_m = 400000.0, .top_m = 2500000.0, .cell_size_m = 100.0, .columns = 2, .rows = 2};
  const coverage::TechnologyMaps maps{.technology = Technology::k4G,
                                      .level_dbm = {kNothing, -120.0F, -100.0F, -80.0F},
                                      .probability = {0.0F, 0.1F, 0.9F, 1.0F},
                                      .best_server = {0, 7, 7, 8},
                                      .overlap = {0, 0, 1, 2},
                                      .legend = {{7, "S1-4G-1"}, {8, "S1-4G-2"}},
                                      .sinr_db = {kNothing, -3.0F, 7.0F, 21.0F},
                                      .throughput_mbps = {kNothing, 6.2F, 27.9F, 75.5F}};
  return {.grid = grid, .operators = {{"any", {maps}}}, .terrain_gaps = {0.0F, 0.0F, 0.5F, 0.0F}};
}

void write_tiny_maps(const std::filesystem::path& folder, const scenario::Scenario& scenario) {
  progress::Progress progress;
  write_maps(folder, tiny_maps(), scenario, progress);
}

}  // namespace

TEST_CASE("every map is there with its style, and names its best servers") {
  const tests::TemporaryFolder temporary;
  const tests::TinyRun tiny;
  write_tiny_maps(temporary.path(), tiny.scenario);
  CHECK(maps_exist(temporary.path(), {"any"}, {Technology::k4G}, true));
  CHECK_FALSE(maps_exist(temporary.path(), {"any"}, {Technology::k3G}, true));
  const std::filesystem::path maps = temporary.path() / "coverage" / "any";
  for (const char* const name : {"4g_rsrp_dbm.qml", "4g_probability.qml", "4g_overlap.qml", "4g_sinr_db.qml",
                                 "4g_throughput_mbps.qml", "terrain_gaps.qml"}) {
    CHECK(tests::bytes_of(maps / name).find("singlebandpseudocolor") != std::string::npos);
  }
  CHECK(tests::bytes_of(maps / "4g_best_server.qml").find("label=\"S1-4G-2\"") != std::string::npos);
  CHECK(tests::bytes_of(maps / "4g_best_server.tif.aux.xml").find("S1-4G-1") != std::string::npos);
}

TEST_CASE("the best server is left out where its level is below the threshold") {
  const tests::TemporaryFolder temporary;
  tests::TinyRun tiny;
  const auto map = temporary.path() / "coverage" / "any" / "4g_best_server.tif";
  write_tiny_maps(temporary.path(), tiny.scenario);
  const std::string at_default = tests::bytes_of(map);
  CHECK(at_default.find("<Item name=\"STATISTICS_VALID_PERCENT\" sample=\"0\">50") != std::string::npos);
  std::filesystem::remove(map);
  tiny.scenario.options.service.threshold_dbm[Technology::k4G] = -121.0;
  write_tiny_maps(temporary.path(), tiny.scenario);
  CHECK(tests::bytes_of(map).find("<Item name=\"STATISTICS_VALID_PERCENT\" sample=\"0\">75") != std::string::npos);
}

TEST_CASE("maps of quality say that no verdict rests on them, and are not missed where nobody asks for them") {
  const tests::TemporaryFolder temporary;
  const tests::TinyRun tiny;
  write_tiny_maps(temporary.path(), tiny.scenario);
  const std::filesystem::path maps = temporary.path() / "coverage" / "any";
  CHECK(tests::bytes_of(maps / "4g_sinr_db.tif").find("4G SINR of the strongest cell; no part of the verdict") !=
        std::string::npos);
  CHECK(tests::bytes_of(maps / "4g_throughput_mbps.tif").find("no part of the verdict") != std::string::npos);
  std::filesystem::remove(maps / "4g_throughput_mbps.tif");
  CHECK_FALSE(maps_exist(temporary.path(), {"any"}, {Technology::k4G}, true));
  CHECK(maps_exist(temporary.path(), {"any"}, {Technology::k4G}, false));
}

TEST_CASE("maps without quality have no files of it") {
  const tests::TemporaryFolder temporary;
  const tests::TinyRun tiny;
  coverage::CoverageMaps maps = tiny_maps();
  maps.operators[0].technologies[0].sinr_db.clear();
  maps.operators[0].technologies[0].throughput_mbps.clear();
  progress::Progress progress;
  write_maps(temporary.path(), maps, tiny.scenario, progress);
  CHECK_FALSE(std::filesystem::exists(temporary.path() / "coverage" / "any" / "4g_sinr_db.tif"));
  CHECK_FALSE(std::filesystem::exists(temporary.path() / "coverage" / "any" / "4g_throughput_mbps.tif"));
  CHECK(maps_exist(temporary.path(), {"any"}, {Technology::k4G}, false));
}

TEST_CASE("a map that is there is left as it is") {
  const tests::TemporaryFolder temporary;
  const tests::TinyRun tiny;
  write_tiny_maps(temporary.path(), tiny.scenario);
  const auto map = temporary.path() / "coverage" / "any" / "4g_rsrp_dbm.tif";
  std::ofstream(map) << "mine";
  write_tiny_maps(temporary.path(), tiny.scenario);
  CHECK(tests::bytes_of(map) == "mine");
}

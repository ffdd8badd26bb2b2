#include "sim/coverage/store/path_loss_store.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <filesystem>
#include <functional>

#include "sim/coverage/coverage.h"
#include "sim/coverage/maps.h"
#include "sim/coverage/point_path_loss.h"
#include "sim/coverage/store/path_keys.h"
#include "tests/coverage/tiny_world.h"
#include "tests/gis/temporary_folder.h"

using namespace phusong;
using namespace phusong::coverage;
using namespace phusong::tests;
using network::Technology;

namespace {

constexpr std::uint64_t kPlentyOfBytes = 1'000'000'000;

/// Two masts with two bands each and a few hamlets; ranges of 4 and 3 km.
scenario::Scenario two_masts() {
  auto scenario = empty_scenario();
  for (const auto& [id, x_m] : {std::pair(std::string("A"), 4023.0), std::pair(std::string("B"), 8011.0)}) {
    const std::size_t site = add_site(scenario, id, at(x_m, 6040));
    add_cell(scenario, id + "2", site, Technology::k2G);
    add_cell(scenario, id + "4", site, Technology::k4G).frequency_mhz = 1842.5;
  }
  for (int i = 0; i < 5; ++i)
    add_hamlet(scenario, fmt::format("H{}", i), at(3000.0 + 1300.0 * i, 5000.0 + 500.0 * i));
  scenario.options.propagation.max_range_km = {{4.0, 3.0, 3.0, 3.0}};
  return scenario;
}

struct Results {
  std::vector<double> levels_dbm;
  CoverageCounts counts;
  std::vector<float> map_dbm;
};

/// NaN is equal to NaN here.
std::vector<float> with_nan_as_zero(std::vector<float> values) {
  for (float& value : values)
    value = std::isnan(value) ? 0.0F : value;
  return values;
}

Results results(const scenario::Scenario& scenario, const gis::Terrain& terrain, PathLossStore* store) {
  progress::Progress progress;
  Results found;
  const CoverageResult coverage = compute_coverage(scenario, terrain, {.keep_levels = true, .store = store}, progress);
  for (const PointLevel& level : coverage.point_levels)
    found.levels_dbm.push_back(level.level_dbm);
  found.counts = coverage.counts;
  const CoverageMaps maps = compute_maps(scenario, terrain, progress, store);
  for (const TechnologyMaps& map : maps.operators.at(0).technologies) {
    const auto levels_dbm = with_nan_as_zero(map.level_dbm);
    found.map_dbm.insert(found.map_dbm.end(), levels_dbm.begin(), levels_dbm.end());
  }
  return found;
}

void check_equal(const Results& a, const Results& b) {
  CHECK(a.levels_dbm == b.levels_dbm);
  CHECK(a.map_dbm == b.map_dbm);
  CHECK(a.counts.paths == b.counts.paths);
  CHECK(a.counts.short_paths == b.counts.short_paths);
  CHECK(a.counts.gap_paths == b.counts.gap_paths);
  CHECK(a.counts.model_violations == b.counts.model_violations);
}

/// Runs with a store, checks the results against those without one, and says what came from where.
PathLossTally run(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                  const std::filesystem::path& folder) {
  PathLossStore store({folder, kPlentyOfBytes}, terrain, scenario.crs, scenario.options);
  check_equal(results(scenario, terrain, &store), results(scenario, terrain, nullptr));
  CHECK_FALSE(store.finish());
  return store.tally();
}

}  // namespace

TEST_CASE("a second run reads every path and computes none, with the same results") {
  const TemporaryFolder folder;
  const auto scenario = two_masts();
  const gis::Terrain terrain = hills();
  const PathLossTally cold = run(scenario, terrain, folder.path());
  CHECK(cold.point_paths_computed > 0);
  CHECK(cold.map_paths_computed > 0);
  CHECK(cold.point_paths_read + cold.map_paths_read == 0);
  const PathLossTally warm = run(scenario, terrain, folder.path());
  CHECK(warm.point_paths_computed + warm.map_paths_computed == 0);
  CHECK(warm.point_paths_read == cold.point_paths_computed);
  CHECK(warm.map_paths_read == cold.map_paths_computed);
}

TEST_CASE("other power, tilt, azimuth, pattern and thresholds need no path, with the results of a run of their own") {
  const TemporaryFolder folder;
  auto scenario = two_masts();
  const gis::Terrain terrain = hills();
  run(scenario, terrain, folder.path());
  for (network::Cell& cell : scenario.network.cells) {
    cell.eirp_dbm = 50.0;
    cell.antenna.azimuth_deg = 70.0;
    cell.antenna.mechanical_tilt_deg = 4.0;
    cell.antenna.pattern = propagation::ParametricPattern{.beamwidth_v_deg = 20.0};
  }
  scenario.options.service.threshold_dbm[Technology::k4G] = -100.0;
  scenario.options.service.location_probability = 0.8;
  scenario.options.service.indoor = true;
  const PathLossTally tally = run(scenario, terrain, folder.path());
  CHECK(tally.point_paths_computed + tally.map_paths_computed == 0);
  CHECK(tally.point_paths_read > 0);
}

TEST_CASE("a mast that is moved or raised is followed anew and the other is not") {
  const TemporaryFolder folder;
  auto scenario = two_masts();
  const gis::Terrain terrain = hills();
  const PathLossTally first = run(scenario, terrain, folder.path());
  scenario.network.cells[2].antenna_height_agl_m = scenario.network.cells[3].antenna_height_agl_m = 20.0;
  const PathLossTally raised = run(scenario, terrain, folder.path());
  CHECK(raised.map_paths_computed > 0);
  CHECK(raised.map_paths_computed < first.map_paths_computed);
  CHECK(raised.map_paths_computed + raised.map_paths_read == first.map_paths_computed);
  scenario.network.sites[1].position.y_m += 1.0;
  CHECK(run(scenario, terrain, folder.path()).map_paths_computed > 0);
}

TEST_CASE("everything that a loss depends on changes what is computed") {
  const TemporaryFolder folder;
  run(two_masts(), hills(), folder.path());
  const std::vector<std::function<void(scenario::Options&)>> changes = {
      [](auto& options) { options.propagation.settings.time_percent = 10.0; },
      [](auto& options) { options.propagation.settings.delta_n = 50.0; },
      [](auto& options) { options.propagation.settings.n0 = 330.0; },
      [](auto& options) { options.propagation.settings.polarization = propagation::Polarization::kHorizontal; },
      [](auto& options) { options.propagation.zone = propagation::Zone::kCoastalLand; },
      [](auto& options) { options.propagation.receiver_height_m = 3.0; },
      [](auto& options) { options.propagation.max_range_km[Technology::k2G] = 4.5; },
      [](auto& options) { options.propagation.max_range_km[Technology::k4G] = 2.5; },
      [](auto& options) { options.propagation.settings.model = propagation::Model::kFreeSpace; },
  };
  for (const auto& change : changes) {
    auto scenario = two_masts();
    change(scenario.options);
    const PathLossTally tally = run(scenario, hills(), folder.path());
    CHECK(tally.point_paths_read + tally.map_paths_read == 0);
  }
  CHECK(run(two_masts(), hills(1.0F), folder.path()).map_paths_read == 0);
}

TEST_CASE("clutter counts where it is added to profiles and nowhere else") {
  const gis::Terrain ground = hills();
  const auto with_clutter = [&](float clutter_m) {
    return gis::Terrain(ground.grid(), ground.ground_m(), std::vector<float>(ground.grid().cell_count(), clutter_m));
  };
  auto scenario = two_masts();
  const auto key = [&](float clutter_m) {
    return PathKeys(with_clutter(clutter_m), scenario.crs, scenario.options).over_disc(Transmitter());
  };
  CHECK(key(10.0F) != key(20.0F));
  scenario.options.terrain.elevation_kind = scenario::ElevationKind::kSurface;
  CHECK(key(10.0F) == key(20.0F));
}

TEST_CASE("settings of another model do not count") {
  auto scenario = two_masts();
  const gis::Terrain terrain = hills();
  const auto key = [&] { return PathKeys(terrain, scenario.crs, scenario.options).over_disc(Transmitter()); };
  const EntryKey before = key();
  scenario.options.propagation.settings.itm_climate = 1;
  scenario.options.propagation.settings.ehata_environment_nlcd = 41;
  CHECK(key() == before);
  scenario.options.propagation.settings.model = propagation::Model::kItm;
  const EntryKey itm = key();
  scenario.options.propagation.settings.itm_climate = 2;
  CHECK(key() != itm);
}

TEST_CASE("maps of every model come from the store the second time") {
  for (const propagation::Model model : propagation::kModels) {
    const TemporaryFolder folder;
    auto scenario = two_masts();
    scenario.options.propagation.settings.model = model;
    scenario.options.propagation.max_range_km = {{1.5, 1.5, 1.5, 1.5}};
    const PathLossTally cold = run(scenario, hills(), folder.path());
    const PathLossTally warm = run(scenario, hills(), folder.path());
    CHECK(warm.map_paths_computed == 0);
    CHECK(warm.map_paths_read == cold.map_paths_computed);
  }
}

TEST_CASE("damaged entries are computed again and replaced") {
  const TemporaryFolder folder;
  const auto scenario = two_masts();
  const gis::Terrain terrain = hills();
  const PathLossTally cold = run(scenario, terrain, folder.path());
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
    if (entry.is_regular_file()) std::filesystem::resize_file(entry.path(), entry.file_size() / 2);
  }
  const PathLossTally repaired = run(scenario, terrain, folder.path());
  CHECK(repaired.map_paths_computed == cold.map_paths_computed);
  CHECK(repaired.point_paths_computed == cold.point_paths_computed);
  CHECK(run(scenario, terrain, folder.path()).map_paths_computed == 0);
}

TEST_CASE("without a store every path is counted as computed") {
  PathLossStore store;
  results(two_masts(), hills(), &store);
  CHECK_FALSE(store.keeps_maps());
  CHECK(store.tally().map_paths_computed > 0);
  CHECK(store.tally().point_paths_computed > 0);
}

TEST_CASE("paths to hamlets that are kept in memory are computed once, with the same results, and maps every time") {
  const auto scenario = two_masts();
  const gis::Terrain terrain = hills();
  PathLossStore store(StoreMemory{kPlentyOfBytes}, terrain, scenario.crs, scenario.options);
  const Results plain = results(scenario, terrain, nullptr);
  check_equal(results(scenario, terrain, &store), plain);
  const PathLossTally first = store.tally();
  CHECK(first.point_paths_computed > 0);
  CHECK(first.point_paths_read == 0);
  check_equal(results(scenario, terrain, &store), plain);
  CHECK(store.tally().point_paths_computed == first.point_paths_computed);
  CHECK(store.tally().point_paths_read == first.point_paths_computed);
  CHECK(store.tally().map_paths_computed == 2 * first.map_paths_computed);
  CHECK_FALSE(store.finish());
}

TEST_CASE("memory that is full or closed keeps nothing more, and what it has no room for is computed again") {
  const auto scenario = two_masts();
  const gis::Terrain terrain = hills();
  const Results plain = results(scenario, terrain, nullptr);
  PathLossStore full(StoreMemory{1}, terrain, scenario.crs, scenario.options);
  PathLossStore closed(StoreMemory{kPlentyOfBytes}, terrain, scenario.crs, scenario.options);
  closed.close_memory();
  for (PathLossStore* const store : {&full, &closed}) {
    results(scenario, terrain, store);
    check_equal(results(scenario, terrain, store), plain);
    CHECK(store->tally().point_paths_read == 0);
  }
}

// A province's masts, three bands, 20 km, 30 m cells, on all threads: time and memory of the path loss alone, and of
// whole maps (path loss, levels, strongest cell and the rest).
//   build/release/benchmark_province [MASTS [SITES.csv TERRAIN]]
// MASTS of 1,060 are computed (default 53), evenly spread over the table, and the times scaled up. SITES.csv has
// columns lon_deg and lat_deg. Without files: mountains by a formula and masts on a lattice.

#include <fmt/core.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ctime>
#include <fstream>
#include <functional>
#include <sstream>

#include "sim/coverage/make_disc_path_loss.h"
#include "sim/coverage/maps.h"
#include "tests/benchmark/benchmark_world.h"

using namespace phusong;
using namespace phusong::coverage;
using namespace phusong::tests;

namespace {

constexpr std::size_t kProvinceMasts = 1060;
constexpr double kCellM = 30.0, kRangeKm = 20.0, kHalfWidthKm = 55.0;
/// Masts that are prepared together: enough work for all threads, and little memory.
constexpr std::size_t kBatch = 4;

struct Band {
  network::Technology technology;
  double frequency_mhz;
};
constexpr Band kBands[] = {
    {network::Technology::k2G, 947.5}, {network::Technology::k3G, 2140.0}, {network::Technology::k4G, 1842.5}};

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  std::stringstream stream(line);
  for (std::string field; std::getline(stream, field, ',');)
    fields.push_back(field);
  return fields;
}

std::vector<gis::LonLat> read_sites(const std::string& file) {
  std::ifstream lines(file);
  std::string line;
  std::getline(lines, line);
  const auto header = fields_of(line);
  const auto column = [&](const char* name) {
    return static_cast<std::size_t>(std::ranges::find(header, name) - header.begin());
  };
  const std::size_t lon = column("lon_deg"), lat = column("lat_deg");
  std::vector<gis::LonLat> sites;
  while (std::getline(lines, line)) {
    const auto fields = fields_of(line);
    sites.push_back({.lon_deg = std::stod(fields.at(lon)), .lat_deg = std::stod(fields.at(lat))});
  }
  return sites;
}

std::vector<gis::LonLat> lattice_in(const BenchmarkWorld& world) {
  const gis::Grid& grid = world.terrain.grid();
  const int across = static_cast<int>(std::ceil(std::sqrt(static_cast<double>(kProvinceMasts))));
  std::vector<gis::LonLat> sites;
  for (std::size_t i = 0; i < kProvinceMasts; ++i) {
    const int column = static_cast<int>(i) % across, row = static_cast<int>(i) / across;
    sites.push_back(world.crs.to_lon_lat(
        grid.centre_of((2 * column + 1) * grid.columns / (2 * across), (2 * row + 1) * grid.rows / (2 * across))));
  }
  return sites;
}

scenario::Scenario scenario_of(const BenchmarkWorld& world, const std::vector<gis::LonLat>& sites, std::size_t masts) {
  scenario::Scenario scenario{.folder = {},
                              .options = {},
                              .crs = world.crs,
                              .terrain_source = {},
                              .network = {},
                              .plan_tables = {},
                              .inputs = {},
                              .notes = {},
                              .given_keys = {}};
  scenario.options.propagation.max_range_km = {{kRangeKm, kRangeKm, kRangeKm, kRangeKm}};
  scenario.network.operators = {"A"};
  for (std::size_t i = 0; i < masts; ++i) {
    const gis::LonLat at = sites[i * sites.size() / masts];
    scenario.network.sites.push_back({.site_id = fmt::format("{:04}", i),
                                      .operator_name = "A",
                                      .lon_lat = at,
                                      .position = world.crs.to_map(at),
                                      .mast_height_m = 42.0});
    for (const Band& band : kBands) {
      scenario.network.cells.push_back({.cell_id = fmt::format("{:04}-{}", i, band.frequency_mhz),
                                        .site = i,
                                        .technology = band.technology,
                                        .frequency_mhz = band.frequency_mhz,
                                        .bandwidth_mhz = 10.0,
                                        .antenna_height_agl_m = 40.0,
                                        .eirp_dbm = 58.0});
    }
  }
  return scenario;
}

struct Cost {
  double wall_s, cpu_s;
};

Cost cost_of(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  const std::clock_t cpu_start = std::clock();
  work();
  return {.wall_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(),
          .cpu_s = static_cast<double>(std::clock() - cpu_start) / CLOCKS_PER_SEC};
}

double peak_memory_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

void print(const char* what, const Cost& cost, std::size_t masts) {
  const double all = static_cast<double>(kProvinceMasts) / static_cast<double>(masts) / 60.0;
  fmt::print(
      "{}: {} masts in {:.1f} s, CPU {:.1f} s; that is {:.1f} minutes for {} masts, CPU {:.1f}; peak {:.0f} MB\n", what,
      masts, cost.wall_s, cost.cpu_s, cost.wall_s * all, kProvinceMasts, cost.cpu_s * all, peak_memory_mb());
  std::fflush(stdout);
}

void sweep_all(const scenario::Scenario& scenario, const gis::Terrain& terrain) {
  std::vector<std::size_t> off_terrain;
  const auto technologies = mapped_technologies(scenario.network, scenario.options.coverage);
  const auto transmitters = transmitters_on_air(scenario.network, terrain, technologies, scenario.options, off_terrain);
  const DiscPathLoss discs = make_disc_path_loss(terrain, scenario.crs, scenario.options);
  progress::Progress progress;
  for (std::size_t first = 0; first < transmitters.size(); first += kBatch) {
    const std::size_t count = std::min(kBatch, transmitters.size() - first);
    discs.compute(std::span(transmitters).subspan(first, count), progress);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const std::size_t masts = std::min(
      kProvinceMasts, arguments.empty() ? std::size_t{53} : static_cast<std::size_t>(std::stoul(arguments[0])));
  const BenchmarkWorld world =
      arguments.size() > 2 ? read_world(arguments[2], kCellM) : made_world(kCellM, kHalfWidthKm);
  const std::vector<gis::LonLat> sites = arguments.size() > 2 ? read_sites(arguments[1]) : lattice_in(world);
  const scenario::Scenario scenario = scenario_of(world, sites, masts);
  const gis::Grid& grid = world.terrain.grid();
  fmt::print("{} x {} cells of {} m, {} bands, {} km; terrain {:.0f} MB\n", grid.columns, grid.rows, kCellM,
             std::size(kBands), kRangeKm, peak_memory_mb());
  print("path loss", cost_of([&] { sweep_all(scenario, world.terrain); }), masts);
  progress::Progress progress;
  print("maps, path loss included", cost_of([&] { compute_maps(scenario, world.terrain, progress); }), masts);
}

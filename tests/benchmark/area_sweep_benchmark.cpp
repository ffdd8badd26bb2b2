// CPU time a receiver and accuracy of the area engine around one mast:
//   build/release/benchmark_area_sweep [TERRAIN [CELL_SIZE_M [RANGE_KM]]]
// TERRAIN: any raster of ground heights; without it, mountains by a formula.

#include <fmt/core.h>
#include <tbb/global_control.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ctime>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "gis/terrain_reader.h"
#include "sim/coverage/disc_sweeper.h"
#include "sim/coverage/make_disc_path_loss.h"

using namespace phusong;
using namespace phusong::coverage;

namespace {

struct World {
  gis::WorkingCrs crs;
  gis::Terrain terrain;
};

/// Ridges on ridges: each octave is half as long and 0.55 times as high as the one before.
float mountains_m(double x_m, double y_m) {
  double height_m = 700.0, strength_m = 380.0, per_m = 6.283 / 24'000.0;
  for (int octave = 0; octave < 9; ++octave, strength_m *= 0.55, per_m *= 2.0) {
    const double turn = 1.3 * octave;
    const double u = std::cos(turn) * x_m + std::sin(turn) * y_m, v = std::cos(turn) * y_m - std::sin(turn) * x_m;
    height_m += strength_m * std::sin(u * per_m + 0.7 * octave) * std::cos(v * per_m * 0.8 + octave);
  }
  return static_cast<float>(std::max(height_m, 20.0));
}

gis::Terrain made_terrain(double cell_size_m, double range_km) {
  const int cells = static_cast<int>(2'200.0 * range_km / cell_size_m);
  const gis::Grid grid{.left_m = 5e5, .top_m = 2.5e6, .cell_size_m = cell_size_m, .columns = cells, .rows = cells};
  std::vector<float> ground_m;
  for (int row = 0; row < cells; ++row) {
    for (int column = 0; column < cells; ++column)
      ground_m.push_back(mountains_m(column * cell_size_m, row * cell_size_m));
  }
  return gis::Terrain(grid, std::move(ground_m));
}

/// Where the mast stands: the highest place near the middle.
gis::MapPoint mast_on(const gis::Terrain& terrain) {
  const gis::Grid& grid = terrain.grid();
  int best_column = grid.columns / 2, best_row = grid.rows / 2;
  const auto height_m = [&](int column, int row) { return terrain.ground_m()[grid.index(column, row)]; };
  for (int row = grid.rows / 2 - 15; row < grid.rows / 2 + 15; ++row) {
    for (int column = grid.columns / 2 - 15; column < grid.columns / 2 + 15; ++column)
      if (height_m(column, row) > height_m(best_column, best_row)) best_column = column, best_row = row;
  }
  const gis::MapPoint centre = grid.centre_of(best_column, best_row);
  return {centre.x_m + 0.3 * grid.cell_size_m, centre.y_m + 0.1 * grid.cell_size_m};
}

double cpu_seconds(const std::function<void()>& work) {
  const std::clock_t start = std::clock();
  work();
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

/// The shortest of a few runs: what else the machine does only ever adds.
double least_cpu_seconds(const std::function<void()>& work) {
  double least_s = cpu_seconds(work);
  for (int run = 1; run < 3; ++run)
    least_s = std::min(least_s, cpu_seconds(work));
  return least_s;
}

Transmitter transmitter_at(const World& world, const std::vector<double>& frequencies_mhz, double range_m) {
  const gis::MapPoint mast = mast_on(world.terrain);
  return {.position = mast,
          .latitude_deg = world.crs.to_lon_lat(mast).lat_deg,
          .antenna_height_agl_m = 40.0,
          .frequencies_mhz = frequencies_mhz,
          .carrier_range_m = std::vector<double>(frequencies_mhz.size(), range_m)};
}

/// The parts of a disc's cost, each with all before it.
void print_speed(const World& world, const scenario::Options& options, const Transmitter& transmitter) {
  const std::vector<double> latitudes_deg = row_latitudes_deg(world.terrain.grid(), world.crs);
  const RayFan fan(world.terrain.grid(), transmitter.position, transmitter.carrier_range_m.front());
  std::vector<FanCell> cells;
  std::size_t receivers = 0;
  const double fan_s = least_cpu_seconds([&] {
    receivers = 0;
    for (int ray = 0; ray < fan.ray_count(); ++ray) {
      fan.cells_of(ray, cells);
      receivers += cells.size();
    }
  });
  RayReader reader(world.terrain, options, latitudes_deg);
  reader.start(transmitter.position, transmitter.latitude_deg);
  const double read_s = least_cpu_seconds([&] {
    for (int ray = 0; ray < fan.ray_count(); ++ray) {
      fan.cells_of(ray, cells);
      reader.clear();
      reader.append(fan, ray, cells);
    }
  });
  DiscSweeper sweeper(world.terrain, options, latitudes_deg);
  StoredLosses losses(disc_window(world.terrain.grid(), transmitter), transmitter.frequencies_mhz.size());
  sweeper.begin(transmitter);
  const double all_s = least_cpu_seconds([&] { sweeper.sweep(0, sweeper.ray_count(), losses); });
  const double ns = 1e9 / static_cast<double>(receivers);
  fmt::print("{} frequencies: {} receivers, {:.0f} ns each (cells of rays {:.0f}, terrain {:.0f}, losses {:.0f})\n",
             transmitter.frequencies_mhz.size(), receivers, all_s * ns, fan_s * ns, (read_s - fan_s) * ns,
             (all_s - read_s) * ns);
}

/// Antennas at several heights of one mast share a pass.
void print_heights(const World& world, const scenario::Options& options, double range_km) {
  const std::vector<double> latitudes_deg = row_latitudes_deg(world.terrain.grid(), world.crs);
  std::vector<Transmitter> antennas(3, transmitter_at(world, {900.0}, range_km * 1000.0));
  antennas[1].antenna_height_agl_m = 30.0;
  antennas[2].antenna_height_agl_m = 20.0;
  std::vector<StoredLosses> losses(3, StoredLosses(disc_window(world.terrain.grid(), antennas[0]), 1));
  std::vector<StoredLosses*> of_antennas{&losses[0], &losses[1], &losses[2]};
  const auto seconds_for = [&](std::size_t count) {
    DiscSweeper sweeper(world.terrain, options, latitudes_deg);
    sweeper.begin(std::span(antennas).first(count));
    return least_cpu_seconds([&] { sweeper.sweep(0, sweeper.ray_count(), std::span(of_antennas).first(count)); });
  };
  const double one_s = seconds_for(1), three_s = seconds_for(3);
  fmt::print("three heights in one pass take {:.2f} times as long as one height\n", three_s / one_s);
}

/// Against the exact path to the centres of random cells beyond 1 km.
void print_accuracy(const World& world, const scenario::Options& options, const Transmitter& transmitter) {
  constexpr int kCells = 20'000;
  const gis::Grid& grid = world.terrain.grid();
  const std::vector<double> latitudes_deg = row_latitudes_deg(grid, world.crs);
  DiscSweeper sweeper(world.terrain, options, latitudes_deg);
  PathLossWindow swept;
  swept.window = disc_window(grid, transmitter);
  StoredLosses losses(swept.window, transmitter.frequencies_mhz.size());
  sweeper.begin(transmitter);
  sweeper.sweep(0, sweeper.ray_count(), losses);
  losses.unpack(swept);

  PathEngine exact(world.terrain, options);
  std::vector<double> exact_db(1), deviations_db;
  std::mt19937 dice(7);
  double squares = 0.0;
  while (deviations_db.size() < kCells) {
    const auto k = static_cast<std::size_t>(dice()) % swept.window.cell_count();
    if (std::isnan(swept.loss_db[0][k])) continue;
    const int columns = swept.window.columns;
    const int row = swept.window.first_row + static_cast<int>(k) / columns;
    PathEnds ends{.mast = transmitter.position,
                  .mast_height_m = transmitter.antenna_height_agl_m,
                  .receiver = grid.centre_of(swept.window.first_column + static_cast<int>(k) % columns, row),
                  .receiver_height_m = options.propagation.receiver_height_m,
                  .latitude_deg = 0.5 * (transmitter.latitude_deg + latitudes_deg[static_cast<std::size_t>(row)])};
    PathGeometry path;
    exact.evaluate(ends, std::span(transmitter.frequencies_mhz).first(1), path, exact_db);
    if (path.length_m < 1000.0) continue;
    const double deviation_db = double{swept.loss_db[0][k]} - exact_db[0];
    deviations_db.push_back(std::abs(deviation_db));
    squares += deviation_db * deviation_db;
  }
  std::ranges::sort(deviations_db);
  fmt::print("{} MHz against exact paths: median {:.3f} dB, p90 {:.2f} dB, RMSE {:.2f} dB, largest {:.1f} dB\n",
             transmitter.frequencies_mhz[0], deviations_db[kCells / 2], deviations_db[kCells * 9 / 10],
             std::sqrt(squares / kCells), deviations_db.back());
}

/// Cost a receiver must not grow with the radius.
void print_growth(const World& world, const scenario::Options& options, double range_km) {
  const std::vector<double> latitudes_deg = row_latitudes_deg(world.terrain.grid(), world.crs);
  for (double share = 0.25; share <= 1.0; share *= 2.0) {
    const Transmitter transmitter = transmitter_at(world, {900.0}, share * range_km * 1000.0);
    StoredLosses losses(disc_window(world.terrain.grid(), transmitter), 1);
    DiscSweeper sweeper(world.terrain, options, latitudes_deg);
    sweeper.begin(transmitter);
    const double seconds = least_cpu_seconds([&] { sweeper.sweep(0, sweeper.ray_count(), losses); });
    const double receivers = 3.1416 * std::pow(share * range_km * 1000.0 / world.terrain.grid().cell_size_m, 2.0);
    fmt::print("{:.1f} km: {:.0f} ns a receiver\n", share * range_km, seconds * 1e9 / receivers);
  }
}

double wall_seconds(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Median over paired runs, so that what else the machine does falls on both alike.
void print_threads(const World& world, const scenario::Options& options, double range_km) {
  const std::vector<Transmitter> masts(2, transmitter_at(world, {900.0, 1842.5, 2140.0}, range_km * 1000.0));
  const DiscPathLoss discs = make_disc_path_loss(world.terrain, world.crs, options);
  const auto seconds_with = [&](std::size_t threads) {
    const tbb::global_control control(tbb::global_control::max_allowed_parallelism, threads);
    progress::Progress progress;
    return wall_seconds([&] { discs.compute(masts, progress); });
  };
  std::vector<double> ratios;
  for (int pair = 0; pair < 5; ++pair) {
    const double one_s = seconds_with(1);
    ratios.push_back(one_s / seconds_with(2));
  }
  std::ranges::sort(ratios);
  fmt::print("two threads are {:.2f} times as fast as one; {} masts keep {:.0f} MB\n", ratios[2], masts.size(),
             static_cast<double>(discs.bytes(masts)) / 1e6);
}

World world_of(const std::vector<std::string>& arguments, double cell_size_m, double range_km) {
  if (arguments.empty()) return {gis::WorkingCrs("EPSG:32648"), made_terrain(cell_size_m, range_km)};
  gis::WorkingCrs crs("EPSG:32648");
  gis::Terrain terrain = gis::read_terrain({.elevation = {arguments[0]}, .cell_size_m = cell_size_m}, crs);
  return {std::move(crs), std::move(terrain)};
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const double cell_size_m = arguments.size() > 1 ? std::stod(arguments[1]) : 30.0;
  const double range_km = arguments.size() > 2 ? std::stod(arguments[2]) : 20.0;
  const World world = world_of(arguments, cell_size_m, range_km);
  const scenario::Options options;
  fmt::print("{} m cells, {} km, instructions: {}\n", cell_size_m, range_km, propagation::sweep::instruction_set());
  print_speed(world, options, transmitter_at(world, {900.0}, range_km * 1000.0));
  print_speed(world, options, transmitter_at(world, {900.0, 1842.5, 2140.0}, range_km * 1000.0));
  print_heights(world, options, range_km);
  print_growth(world, options, range_km);
  print_threads(world, options, range_km);
  print_accuracy(world, options, transmitter_at(world, {900.0}, range_km * 1000.0));
}

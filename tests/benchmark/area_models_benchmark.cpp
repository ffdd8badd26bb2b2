// The area engine against a loop of exact paths, model by model, around one mast; as JSON.
//   build/release/benchmark_area_models CELL_SIZE_M RANGE_KM [TERRAIN [POINTS.csv]]
// TERRAIN: any raster of ground heights; without it, mountains by a formula. POINTS.csv: lines of
// lon_deg,lat_deg,loss_db, the ITM loss that another program has there; it is compared with the exact path.
// tests/benchmark/side_by_side.py calls it and makes a table.

#include <fmt/core.h>
#include <sys/resource.h>
#include <tbb/global_control.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>

#include "propagation/sweep/ray_sweep.h"
#include "tests/benchmark/swept_disc.h"

using namespace phusong;
using namespace phusong::coverage;
using namespace phusong::tests;
using nlohmann::json;

namespace {

constexpr double kNearestM = 1000.0;  // nearer, the way a map is sampled says little about a model
constexpr std::size_t kRandomCells = 20'000;

double peak_memory_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

/// Median, 90th percentile and RMSE of absolute deviations.
json accuracy_of(std::vector<double> deviations_db) {
  if (deviations_db.empty()) return nullptr;
  double squares = 0.0;
  for (double& deviation_db : deviations_db) {
    squares += deviation_db * deviation_db;
    deviation_db = std::abs(deviation_db);
  }
  std::ranges::sort(deviations_db);
  const std::size_t n = deviations_db.size();
  return {{"points", n},
          {"median_db", deviations_db[n / 2]},
          {"p90_db", deviations_db[n * 9 / 10]},
          {"rmse_db", std::sqrt(squares / static_cast<double>(n))}};
}

/// Of a disc's cells beyond 1 km, some by chance.
std::vector<std::size_t> random_cells(const BenchmarkWorld& world, const Transmitter& mast, const SweptDisc& disc) {
  std::vector<std::size_t> cells;
  std::mt19937 dice(7);
  while (cells.size() < kRandomCells) {
    const std::size_t k = dice() % disc.losses.loss_db[0].size();
    const gis::MapPoint centre = centre_of(world, k);
    const double distance_m = std::hypot(centre.x_m - mast.position.x_m, centre.y_m - mast.position.y_m);
    if (!std::isnan(disc.losses.loss_db[0][k]) && distance_m > kNearestM) cells.push_back(k);
  }
  return cells;
}

json compare_model(const BenchmarkWorld& world, propagation::Model model, double range_km) {
  const scenario::Options options = options_for(model);
  const Transmitter mast = mast_in(world, {900.0}, range_km);
  const SweptDisc disc = sweep_disc(world, options, mast);
  const SweptDisc three = sweep_disc(world, options, mast_in(world, {900.0, 1842.5, 2140.0}, range_km));
  const std::vector<std::size_t> cells = random_cells(world, mast, disc);
  PathEngine exact(world.terrain, options);
  std::vector<double> exact_db(1), deviations_db;
  const double start_s = cpu_seconds_now();
  for (const std::size_t k : cells) {
    PathGeometry geometry;
    exact.evaluate(ends_at(world, options, mast, centre_of(world, k)), mast.frequencies_mhz, geometry, exact_db);
    deviations_db.push_back(double{disc.losses.loss_db[0][k]} - exact_db[0]);
  }
  const double exact_s = cpu_seconds_now() - start_s;
  const double receivers = static_cast<double>(disc.receivers);
  return {{"model", propagation::name_of(model)},
          {"receivers", disc.receivers},
          {"sweep_us", 1e6 * disc.cpu_s / receivers},
          {"sweep_three_frequencies_us", 1e6 * three.cpu_s / receivers},
          {"exact_us", 1e6 * exact_s / static_cast<double>(cells.size())},
          {"accuracy", accuracy_of(std::move(deviations_db))}};
}

/// Another program's ITM losses against the exact path to the very places they are given for.
json compare_points(const BenchmarkWorld& world, const std::string& file, double range_km) {
  const scenario::Options options = options_for(propagation::Model::kItm);
  const Transmitter mast = mast_in(world, {900.0}, range_km);
  PathEngine exact(world.terrain, options);
  std::vector<double> exact_db(1), deviations_db;
  std::ifstream lines(file);
  double lon_deg = 0.0, lat_deg = 0.0, loss_db = 0.0;
  for (char comma = ','; lines >> lon_deg >> comma >> lat_deg >> comma >> loss_db;) {
    const gis::MapPoint point = world.crs.to_map({lon_deg, lat_deg});
    PathGeometry geometry;
    if (!exact.evaluate(ends_at(world, options, mast, point), mast.frequencies_mhz, geometry, exact_db)) continue;
    if (geometry.length_m < kNearestM || geometry.length_m > range_km * 1000.0) continue;
    deviations_db.push_back(loss_db - exact_db[0]);
  }
  return accuracy_of(std::move(deviations_db));
}

json settings_used(const BenchmarkWorld& world, double range_km) {
  const Transmitter mast = mast_in(world, {900.0}, range_km);
  const gis::LonLat at = world.crs.to_lon_lat(mast.position);
  const propagation::PropagationSettings& model = scenario::Options().propagation.settings;
  return {{"lon_deg", at.lon_deg},
          {"lat_deg", at.lat_deg},
          {"antenna_height_agl_m", mast.antenna_height_agl_m},
          {"receiver_height_m", scenario::Options().propagation.receiver_height_m},
          {"frequency_mhz", 900.0},
          {"n0", model.n0},
          {"epsilon", model.itm_epsilon},
          {"sigma_s_per_m", model.itm_sigma_s_per_m},
          {"climate", model.itm_climate}};
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 2) {
    fmt::print(stderr, "benchmark_area_models CELL_SIZE_M RANGE_KM [TERRAIN [POINTS.csv]]\n");
    return 2;
  }
  const tbb::global_control one_thread(tbb::global_control::max_allowed_parallelism, 1);
  const double cell_size_m = std::stod(arguments[0]), range_km = std::stod(arguments[1]);
  const BenchmarkWorld world =
      arguments.size() > 2 ? read_world(arguments[2], cell_size_m) : made_world(cell_size_m, range_km);
  json result{{"cell_size_m", cell_size_m}, {"range_km", range_km}, {"settings", settings_used(world, range_km)}};
  if (arguments.size() > 3) {
    result["points"] = compare_points(world, arguments[3], range_km);
  } else {
    result["instructions"] = propagation::sweep::instruction_set();
    const double before_mb = peak_memory_mb();
    for (const auto model : {propagation::Model::kP1812, propagation::Model::kItm})
      result["models"].push_back(compare_model(world, model, range_km));
    result["memory_mb"] = {{"terrain", before_mb}, {"whole", peak_memory_mb()}};
  }
  fmt::print("{}\n", result.dump(2));
}

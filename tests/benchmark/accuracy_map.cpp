// How far the area engine's map of one mast is from the exact path to each cell's centre, cell by cell:
//   build/release/benchmark_accuracy_map MODEL CELL_SIZE_M RANGE_KM TERRAIN
// Prints columns and rows, then a line a row with the deviations in 0.01 dB, "-" out of range. scripts/picture-sweep
// draws it.

#include <fmt/core.h>

#include <cmath>

#include "tests/benchmark/swept_disc.h"

using namespace phusong;
using namespace phusong::tests;

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() != 4) {
    fmt::print(stderr, "benchmark_accuracy_map MODEL CELL_SIZE_M RANGE_KM TERRAIN\n");
    return 2;
  }
  const scenario::Options options = options_for(propagation::model_from_name(arguments[0]).value());
  const BenchmarkWorld world = read_world(arguments[3], std::stod(arguments[1]));
  const coverage::Transmitter mast = mast_in(world, {900.0}, std::stod(arguments[2]));
  const SweptDisc disc = sweep_disc(world, options, mast);
  const std::vector<float>& losses_db = disc.losses.loss_db[0];
  const auto columns = static_cast<std::size_t>(world.terrain.grid().columns);
  coverage::PathEngine exact(world.terrain, options);
  std::vector<double> exact_db(1);
  fmt::print("{} {}", columns, world.terrain.grid().rows);
  for (std::size_t k = 0; k < losses_db.size(); ++k) {
    fmt::print("{}", k % columns == 0 ? '\n' : ' ');
    coverage::PathGeometry path;
    if (std::isnan(losses_db[k]) ||
        !exact.evaluate(ends_at(world, options, mast, centre_of(world, k)), mast.frequencies_mhz, path, exact_db)) {
      fmt::print("-");
    } else {
      fmt::print("{}", std::lround(100.0 * (double{losses_db[k]} - exact_db[0])));
    }
  }
  fmt::print("\n");
}

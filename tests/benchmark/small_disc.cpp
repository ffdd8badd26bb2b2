// Sweeps a small disc again and again, for callgrind to count instructions:
//   build/release/benchmark_small_disc MODEL CELL_SIZE_M RANGE_KM TIMES
// Prints the instruction set and the number of receivers. tests/benchmark/instruction_counts.py runs it.

#include <fmt/core.h>
#include <tbb/global_control.h>

#include "propagation/sweep/ray_sweep.h"
#include "sim/coverage/make_disc_path_loss.h"
#include "tests/benchmark/benchmark_world.h"

using namespace phusong;
using namespace phusong::coverage;

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() != 4) {
    fmt::print(stderr, "benchmark_small_disc MODEL CELL_SIZE_M RANGE_KM TIMES\n");
    return 2;
  }
  const tbb::global_control one_thread(tbb::global_control::max_allowed_parallelism, 1);
  scenario::Options options;
  options.propagation.settings.model = propagation::model_from_name(arguments[0]).value();
  const double range_km = std::stod(arguments[2]);
  const tests::BenchmarkWorld world = tests::made_world(std::stod(arguments[1]), range_km);
  const std::vector<Transmitter> masts(1, tests::mast_in(world, {900.0}, range_km));
  const DiscPathLoss discs = make_disc_path_loss(world.terrain, world.crs, options);
  progress::Progress progress;
  std::size_t receivers = 0;
  for (int times = std::stoi(arguments[3]); times > 0; --times)
    receivers = discs.compute(masts, progress).front().path_count();
  fmt::print("{} {}\n", propagation::sweep::instruction_set(), receivers);
}

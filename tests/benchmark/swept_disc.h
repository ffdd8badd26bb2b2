#pragma once

#include "sim/coverage/path_engine.h"
#include "sim/coverage/path_loss_window.h"
#include "sim/coverage/transmitters.h"
#include "tests/benchmark/benchmark_world.h"

namespace phusong::tests {

/// A scenario's defaults with another model.
scenario::Options options_for(propagation::Model model);

/// A mast's disc as the maps have it, over the whole grid.
struct SweptDisc {
  coverage::PathLossWindow losses;
  std::size_t receivers = 0;
  double cpu_s = 0.0;
};
SweptDisc sweep_disc(const BenchmarkWorld& world, const scenario::Options& options, const coverage::Transmitter& mast);

/// The ends of the path from a mast to a place.
coverage::PathEnds ends_at(const BenchmarkWorld& world, const scenario::Options& options,
                           const coverage::Transmitter& mast, gis::MapPoint receiver);

/// The centre of the k-th cell of the grid, row by row from its north-west.
gis::MapPoint centre_of(const BenchmarkWorld& world, std::size_t k);

/// CPU time of this process since it started.
double cpu_seconds_now();

}  // namespace phusong::tests

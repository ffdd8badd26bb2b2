#include "tests/benchmark/swept_disc.h"

#include <algorithm>
#include <cmath>
#include <ctime>

#include "sim/coverage/make_disc_path_loss.h"

namespace phusong::tests {

double cpu_seconds_now() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

scenario::Options options_for(propagation::Model model) {
  scenario::Options options;
  options.propagation.settings.model = model;
  return options;
}

SweptDisc sweep_disc(const BenchmarkWorld& world, const scenario::Options& options, const coverage::Transmitter& mast) {
  const std::vector<coverage::Transmitter> masts(1, mast);
  const coverage::DiscPathLoss discs = coverage::make_disc_path_loss(world.terrain, world.crs, options);
  const gis::Grid& grid = world.terrain.grid();
  const gis::GridWindow whole{.columns = grid.columns, .rows = grid.rows};
  progress::Progress progress;
  SweptDisc disc;
  const double start_s = cpu_seconds_now();
  const std::vector<coverage::StoredLosses> stored = discs.compute(masts, progress);
  disc.cpu_s = cpu_seconds_now() - start_s;
  disc.losses.window = whole;
  stored.front().unpack(disc.losses);
  disc.receivers = static_cast<std::size_t>(
      std::ranges::count_if(disc.losses.loss_db[0], [](float loss_db) { return !std::isnan(loss_db); }));
  return disc;
}

coverage::PathEnds ends_at(const BenchmarkWorld& world, const scenario::Options& options,
                           const coverage::Transmitter& mast, gis::MapPoint receiver) {
  return {.mast = mast.position,
          .mast_height_m = mast.antenna_height_agl_m,
          .receiver = receiver,
          .receiver_height_m = options.propagation.receiver_height_m,
          .latitude_deg = 0.5 * (mast.latitude_deg + world.crs.to_lon_lat(receiver).lat_deg)};
}

gis::MapPoint centre_of(const BenchmarkWorld& world, std::size_t k) {
  const int columns = world.terrain.grid().columns, at = static_cast<int>(k);
  return world.terrain.grid().centre_of(at % columns, at / columns);
}

}  // namespace phusong::tests

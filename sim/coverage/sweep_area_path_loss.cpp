#include "sim/coverage/sweep_area_path_loss.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>

#include "sim/coverage/disc_sweeper.h"

namespace phusong::coverage {
namespace {

/// Small enough that one big mast fills all cores, large enough to be worth turning to its mast.
constexpr int kRaysPerTask = 128;

struct Task {
  std::size_t transmitter;
  int first_ray, end_ray;
};

std::vector<Task> tasks_of(const gis::Grid& grid, std::span<const Transmitter> transmitters,
                           const std::vector<StoredLosses>& stored) {
  std::vector<Task> tasks;
  for (std::size_t t = 0; t < transmitters.size(); ++t) {
    if (stored[t].window().cell_count() == 0) continue;
    const RayFan fan(grid, transmitters[t].position, transmitters[t].carrier_range_m.front());
    for (int ray = 0; ray < fan.ray_count(); ray += kRaysPerTask)
      tasks.push_back({t, ray, std::min(ray + kRaysPerTask, fan.ray_count())});
  }
  return tasks;
}

}  // namespace

SweepAreaPathLoss::SweepAreaPathLoss(const gis::Terrain& terrain, const gis::WorkingCrs& crs,
                                     const scenario::Options& options)
    : terrain_(terrain), options_(options), row_latitude_deg_(row_latitudes_deg(terrain.grid(), crs)) {}

std::size_t SweepAreaPathLoss::bytes_for(std::span<const Transmitter> transmitters, const gis::GridWindow& area) const {
  std::size_t bytes = 0;
  for (const Transmitter& transmitter : transmitters) {
    bytes += StoredLosses::size_of(intersection(disc_window(terrain_.grid(), transmitter), area),
                                   transmitter.frequencies_mhz.size());
  }
  return bytes;
}

void SweepAreaPathLoss::prepare(std::span<const Transmitter> transmitters, const gis::GridWindow& area,
                                Progress& progress) {
  transmitters_ = transmitters;
  stored_.clear();
  for (const Transmitter& transmitter : transmitters) {
    stored_.emplace_back(intersection(disc_window(terrain_.grid(), transmitter), area),
                         transmitter.frequencies_mhz.size());
  }
  const std::vector<Task> tasks = tasks_of(terrain_.grid(), transmitters, stored_);
  tbb::enumerable_thread_specific<DiscSweeper> sweepers(
      [&] { return DiscSweeper(terrain_, options_, row_latitude_deg_); });
  progress.begin("path loss", tasks.size());
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, tasks.size(), 1), [&](const auto& range) {
    for (std::size_t i = range.begin(); i < range.end(); ++i) {
      progress.throw_if_stopped();
      const Task& task = tasks[i];
      DiscSweeper& sweeper = sweepers.local();
      if (sweeper.begin(transmitters[task.transmitter])) {
        sweeper.sweep(task.first_ray, task.end_ray, stored_[task.transmitter]);
        if (task.first_ray == 0) sweeper.fill_short_paths(stored_[task.transmitter]);
      }
      progress.advance(1);
    }
  });
}

void SweepAreaPathLoss::compute(const Transmitter& transmitter, const gis::GridWindow& window,
                                PathLossWindow& result) const {
  result.reset(window, transmitter.frequencies_mhz.size());
  stored_[static_cast<std::size_t>(&transmitter - transmitters_.data())].unpack(result);
}

}  // namespace phusong::coverage

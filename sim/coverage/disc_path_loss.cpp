#include "sim/coverage/disc_path_loss.h"

#include <tbb/enumerable_thread_specific.h>

#include <numeric>

#include "sim/coverage/disc_sweeper.h"
#include "sim/coverage/for_each_index.h"

namespace phusong::coverage {
namespace {

/// A part of the disc that antennas share.
struct Task {
  std::span<const Transmitter> antennas;
  std::vector<StoredLosses*> losses;  ///< one an antenna
  int part = 0;
};

/// The tasks of one disc after another. `wanted`: indices of transmitters, in order; neighbours that share a disc share
/// its tasks.
std::vector<Task> tasks_of(std::span<const Transmitter> transmitters, std::span<const std::size_t> wanted,
                           std::vector<StoredLosses>& losses, const DiscEngine& engine) {
  std::vector<Task> tasks;
  for (std::size_t i = 0; i < wanted.size();) {
    const std::size_t first = wanted[i];
    const std::size_t end = first + sharing_count(transmitters.subspan(first));
    Task task;
    for (; i < wanted.size() && wanted[i] < end && wanted[i] == first + task.losses.size(); ++i)
      task.losses.push_back(&losses[wanted[i]]);
    task.antennas = transmitters.subspan(first, task.losses.size());
    const int parts = engine.parts(transmitters[first]);
    for (task.part = 0; task.part < parts; ++task.part)
      tasks.push_back(task);
  }
  return tasks;
}

}  // namespace

DiscPathLoss::DiscPathLoss(const gis::Terrain& terrain, MakeDiscEngine make_engine, PathLossStore* store)
    : terrain_(terrain), make_engine_(std::move(make_engine)), store_(store) {}

std::size_t DiscPathLoss::steps(std::span<const Transmitter> transmitters) const {
  const auto engine = make_engine_();
  std::size_t parts = 0;
  for (const Transmitter& transmitter : transmitters)
    parts += static_cast<std::size_t>(engine->parts(transmitter));
  return parts;
}

std::size_t DiscPathLoss::bytes(std::span<const Transmitter> transmitters) const {
  std::size_t sum = 0;
  for (const Transmitter& transmitter : transmitters)
    sum += StoredLosses::size_of(disc_window(terrain_.grid(), transmitter), transmitter.frequencies_mhz.size());
  return sum;
}

std::vector<std::size_t> DiscPathLoss::read_kept(std::span<const Transmitter> transmitters, const DiscEngine& engine,
                                                 std::vector<StoredLosses>& losses,
                                                 progress::Progress& progress) const {
  std::vector<std::size_t> missing(transmitters.size());
  std::iota(missing.begin(), missing.end(), std::size_t{0});
  if (store_ == nullptr || !store_->keeps_maps()) return missing;
  std::vector<char> is_read(transmitters.size(), 0);
  for_each_index(transmitters.size(), [&](std::size_t i) {
    progress.throw_if_stopped();
    auto kept = store_->load(transmitters[i], disc_window(terrain_.grid(), transmitters[i]));
    if (!kept) return;
    losses[i] = *std::move(kept);
    is_read[i] = 1;
    progress.advance(static_cast<std::size_t>(engine.parts(transmitters[i])));
  });
  std::erase_if(missing, [&](std::size_t i) { return is_read[i] != 0; });
  return missing;
}

std::vector<StoredLosses> DiscPathLoss::compute(std::span<const Transmitter> transmitters,
                                                progress::Progress& progress) const {
  std::vector<StoredLosses> losses(transmitters.size(), StoredLosses({}, 0));
  const auto engine = make_engine_();
  const std::vector<std::size_t> missing = read_kept(transmitters, *engine, losses, progress);
  if (missing.empty()) return losses;
  for (const std::size_t i : missing)
    losses[i] = StoredLosses(disc_window(terrain_.grid(), transmitters[i]), transmitters[i].frequencies_mhz.size());
  const std::vector<Task> tasks = tasks_of(transmitters, missing, losses, *engine);
  tbb::enumerable_thread_specific<std::unique_ptr<DiscEngine>> engines(make_engine_);
  for_each_index(tasks.size(), [&](std::size_t i) {
    progress.throw_if_stopped();
    engines.local()->compute(tasks[i].antennas, tasks[i].part, tasks[i].losses);
    progress.advance(tasks[i].antennas.size());
  });
  if (store_ != nullptr)
    for_each_index(missing.size(), [&](std::size_t i) { store_->save(transmitters[missing[i]], losses[missing[i]]); });
  return losses;
}

}  // namespace phusong::coverage

#include "sim/coverage/disc_path_loss.h"

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <optional>

#include "sim/coverage/disc_sweeper.h"

namespace phusong::coverage {
namespace {

/// For discs that are being computed, whole as the store keeps them, before they are cut to the area.
constexpr std::size_t kMostBytesAtWork = std::size_t{256} << 20;

/// Calls `body` for each index on all threads, one index a task.
template <class Body>
void for_each_index(std::size_t count, const Body& body) {
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, count, 1), [&](const auto& range) {
    for (std::size_t i = range.begin(); i < range.end(); ++i)
      body(i);
  });
}

}  // namespace

/// The disc of one transmitter while an area is prepared.
struct DiscPathLoss::Disc {
  std::size_t transmitter = 0;
  gis::GridWindow window;  ///< of the whole disc on the grid
  gis::GridWindow held;    ///< what is held of it
  std::size_t parts = 0;
  bool is_ready = false;
  std::optional<StoredLosses> losses;  ///< while they are computed

  std::size_t bytes(std::size_t frequencies) const { return StoredLosses::size_of(window, frequencies); }
};

DiscPathLoss::DiscPathLoss(const gis::Terrain& terrain, MakeEngine make_engine, PathLossStore* store)
    : terrain_(terrain), make_engine_(std::move(make_engine)), store_(store) {}

std::size_t DiscPathLoss::bytes_for(std::span<const Transmitter> transmitters, const gis::GridWindow& area,
                                    Discs discs) const {
  std::size_t bytes = 0;
  for (const Transmitter& transmitter : transmitters) {
    const gis::GridWindow window = disc_window(terrain_.grid(), transmitter), in_area = intersection(window, area);
    const bool is_whole = discs == Discs::kWhole && in_area.cell_count() > 0;
    bytes += StoredLosses::size_of(is_whole ? window : in_area, transmitter.frequencies_mhz.size());
  }
  return bytes;
}

std::vector<DiscPathLoss::Disc> DiscPathLoss::discs_in(const gis::GridWindow& area, Discs kind) const {
  const auto engine = make_engine_();
  std::vector<Disc> discs;
  for (std::size_t t = 0; t < transmitters_.size(); ++t) {
    const gis::GridWindow window = disc_window(terrain_.grid(), transmitters_[t]);
    const gis::GridWindow in_area = intersection(window, area);
    if (in_area.cell_count() == 0) continue;
    discs.push_back({.transmitter = t,
                     .window = window,
                     .held = kind == Discs::kWhole ? window : in_area,
                     .parts = static_cast<std::size_t>(engine->parts(transmitters_[t])),
                     .is_ready = losses_[t].holds(in_area),
                     .losses = {}});
  }
  return discs;
}

void DiscPathLoss::prepare(std::span<const Transmitter> transmitters, const gis::GridWindow& area,
                           progress::Progress& progress, Discs discs) {
  transmitters_ = transmitters;
  losses_.assign(transmitters.size(), StoredLosses({}, 0));
  move_on(area, progress, discs);
}

void DiscPathLoss::drop_all_but(const std::vector<Disc>& discs) {
  std::vector<bool> needed(losses_.size(), false);
  for (const Disc& disc : discs)
    needed[disc.transmitter] = disc.is_ready;
  for (std::size_t t = 0; t < losses_.size(); ++t)
    if (!needed[t]) losses_[t] = StoredLosses({}, 0);
}

void DiscPathLoss::move_on(const gis::GridWindow& area, progress::Progress& progress, Discs kind) {
  std::vector<Disc> discs = discs_in(area, kind);
  drop_all_but(discs);
  std::erase_if(discs, [](const Disc& disc) { return disc.is_ready; });
  if (discs.empty()) return;
  std::size_t parts = 0;
  for (const Disc& disc : discs)
    parts += disc.parts;
  progress.begin("path loss", parts);
  if (keeps()) read_kept(discs, progress);
  std::erase_if(discs, [](const Disc& disc) { return disc.is_ready; });
  for (std::size_t begin = 0; begin < discs.size();) {
    std::size_t end = begin, bytes = 0;
    do {
      bytes += discs[end].bytes(transmitters_[discs[end].transmitter].frequencies_mhz.size());
      ++end;
    } while (end < discs.size() && bytes < kMostBytesAtWork);
    compute_discs(std::span(discs).subspan(begin, end - begin), progress);
    begin = end;
  }
}

void DiscPathLoss::read_kept(std::vector<Disc>& discs, progress::Progress& progress) {
  for_each_index(discs.size(), [&](std::size_t i) {
    progress.throw_if_stopped();
    Disc& disc = discs[i];
    auto losses = store_->load(transmitters_[disc.transmitter], disc.window);
    if (!losses) return;
    losses_[disc.transmitter] = std::move(*losses).cropped(disc.held);
    disc.is_ready = true;
    progress.advance(disc.parts);
  });
}

/// How many from the first one on belong to neighbouring transmitters that share a disc.
std::size_t DiscPathLoss::sharing_count(std::span<const Disc> discs) const {
  const std::size_t first = discs.front().transmitter;
  std::size_t count = 1;
  while (count < discs.size() && discs[count].transmitter == first + count &&
         share_disc(transmitters_[first], transmitters_[first + count]))
    ++count;
  return count;
}

void DiscPathLoss::compute_discs(std::span<Disc> discs, progress::Progress& progress) {
  struct Task {
    std::span<Disc> shared;  ///< of antennas that share it
    int part;
  };
  std::vector<Task> tasks;
  for (Disc& disc : discs) {
    const std::size_t frequencies = transmitters_[disc.transmitter].frequencies_mhz.size();
    disc.losses.emplace(keeps() ? disc.window : disc.held, frequencies);
  }
  for (std::size_t i = 0; i < discs.size();) {
    const std::span<Disc> shared = discs.subspan(i, sharing_count(discs.subspan(i)));
    for (std::size_t part = 0; part < shared.front().parts; ++part)
      tasks.push_back({shared, static_cast<int>(part)});
    i += shared.size();
  }
  tbb::enumerable_thread_specific<std::unique_ptr<DiscEngine>> engines(make_engine_);
  for_each_index(tasks.size(), [&](std::size_t i) {
    progress.throw_if_stopped();
    const std::span<Disc> shared = tasks[i].shared;
    std::vector<StoredLosses*> losses;
    for (Disc& disc : shared)
      losses.push_back(&*disc.losses);
    engines.local()->compute(transmitters_.subspan(shared.front().transmitter, shared.size()), tasks[i].part, losses);
    progress.advance(shared.size());
  });
  for_each_index(discs.size(), [&](std::size_t i) { keep(discs[i]); });
}

void DiscPathLoss::keep(Disc& disc) {
  if (store_ != nullptr) store_->save(transmitters_[disc.transmitter], *disc.losses);
  losses_[disc.transmitter] = std::move(*disc.losses).cropped(disc.held);
  disc.losses.reset();
}

void DiscPathLoss::compute(const Transmitter& transmitter, const gis::GridWindow& window,
                           PathLossWindow& result) const {
  result.reset(window, transmitter.frequencies_mhz.size());
  losses_[static_cast<std::size_t>(&transmitter - transmitters_.data())].unpack(result);
}

}  // namespace phusong::coverage

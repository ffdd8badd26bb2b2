#include "sim/coverage/store/path_loss_store.h"

#include "sim/coverage/store/contents.h"
#include "sim/coverage/store/entry_folder.h"
#include "sim/coverage/store/entry_memory.h"
#include "sim/coverage/store/path_keys.h"

namespace phusong::coverage {

/// Entries are in one of the two.
struct PathLossStore::Kept {
  PathKeys keys;
  std::optional<EntryFolder> folder{};
  std::optional<EntryMemory> memory{};
};

PathLossStore::PathLossStore() = default;

PathLossStore::PathLossStore(const StorePlace& place, const gis::Terrain& terrain, const gis::WorkingCrs& crs,
                             const scenario::Options& options)
    : kept_(new Kept{.keys = PathKeys(terrain, crs, options)}) {
  kept_->folder.emplace(place.folder, place.most_bytes);
}

PathLossStore::PathLossStore(const StoreMemory& memory, const gis::Terrain& terrain, const gis::WorkingCrs& crs,
                             const scenario::Options& options)
    : kept_(new Kept{.keys = PathKeys(terrain, crs, options)}) {
  kept_->memory.emplace(memory.most_bytes);
}

PathLossStore::~PathLossStore() = default;

bool PathLossStore::keeps_maps() const {
  return kept_ && kept_->folder;
}

void PathLossStore::close_memory() {
  if (kept_ && kept_->memory) kept_->memory->close();
}

std::optional<StoredLosses> PathLossStore::load(const Transmitter& transmitter, const gis::GridWindow& disc) {
  if (!keeps_maps()) return std::nullopt;
  const auto contents = kept_->folder->load(kept_->keys.over_disc(transmitter));
  if (!contents) return std::nullopt;
  auto losses = losses_over(disc, transmitter.frequencies_mhz.size(), *contents);
  if (losses) map_paths_read_ += losses->path_count();
  return losses;
}

void PathLossStore::save(const Transmitter& transmitter, const StoredLosses& losses) {
  map_paths_computed_ += losses.path_count();
  if (keeps_maps()) kept_->folder->save(kept_->keys.over_disc(transmitter), contents_of(losses));
}

std::optional<PointLosses> PathLossStore::load(const Transmitter& transmitter, std::span<const ReceiverPoint> points,
                                               std::span<const std::uint32_t> in_range) {
  if (!kept_) return std::nullopt;
  const EntryKey key = kept_->keys.to_points(transmitter, points, in_range);
  const auto losses_in = [&](const auto& contents) {
    return contents ? losses_to(in_range.size(), transmitter.frequencies_mhz.size(), *contents) : std::nullopt;
  };
  auto losses = kept_->folder ? losses_in(kept_->folder->load(key)) : losses_in(kept_->memory->load(key));
  if (losses) point_paths_read_ += losses->paths.size();
  return losses;
}

void PathLossStore::save(const Transmitter& transmitter, std::span<const ReceiverPoint> points,
                         std::span<const std::uint32_t> in_range, const PointLosses& losses) {
  point_paths_computed_ += losses.paths.size();
  if (!kept_) return;
  const EntryKey key = kept_->keys.to_points(transmitter, points, in_range);
  if (kept_->folder) {
    kept_->folder->save(key, contents_of(losses));
  } else {
    kept_->memory->save(key, contents_of(losses));
  }
}

PathLossTally PathLossStore::tally() const {
  return {.point_paths_computed = point_paths_computed_,
          .point_paths_read = point_paths_read_,
          .map_paths_computed = map_paths_computed_,
          .map_paths_read = map_paths_read_};
}

std::optional<std::string> PathLossStore::finish() {
  if (!keeps_maps()) return std::nullopt;
  kept_->folder->trim();
  return kept_->folder->problem();
}

}  // namespace phusong::coverage

#include "sim/coverage/store/path_loss_store.h"

#include "sim/coverage/store/contents.h"
#include "sim/coverage/store/entry_folder.h"
#include "sim/coverage/store/path_keys.h"

namespace phusong::coverage {

struct PathLossStore::Kept {
  EntryFolder entries;
  PathKeys keys;
};

PathLossStore::PathLossStore() = default;

PathLossStore::PathLossStore(const StorePlace& place, const gis::Terrain& terrain, const gis::WorkingCrs& crs,
                             const scenario::Options& options)
    : kept_(new Kept{EntryFolder(place.folder, place.most_bytes), PathKeys(terrain, crs, options)}) {}

PathLossStore::~PathLossStore() = default;

std::optional<StoredLosses> PathLossStore::load(const Transmitter& transmitter, const gis::GridWindow& disc) {
  if (!keeps()) return std::nullopt;
  const auto contents = kept_->entries.load(kept_->keys.over_disc(transmitter));
  if (!contents) return std::nullopt;
  auto losses = losses_over(disc, transmitter.frequencies_mhz.size(), *contents);
  if (losses) map_paths_read_ += losses->path_count();
  return losses;
}

void PathLossStore::save(const Transmitter& transmitter, const StoredLosses& losses) {
  map_paths_computed_ += losses.path_count();
  if (keeps()) kept_->entries.save(kept_->keys.over_disc(transmitter), contents_of(losses));
}

std::optional<PointLosses> PathLossStore::load(const Transmitter& transmitter, std::span<const ReceiverPoint> points,
                                               std::span<const std::uint32_t> in_range) {
  if (!keeps()) return std::nullopt;
  const auto contents = kept_->entries.load(kept_->keys.to_points(transmitter, points, in_range));
  if (!contents) return std::nullopt;
  auto losses = losses_to(in_range.size(), transmitter.frequencies_mhz.size(), *contents);
  if (losses) point_paths_read_ += losses->paths.size();
  return losses;
}

void PathLossStore::save(const Transmitter& transmitter, std::span<const ReceiverPoint> points,
                         std::span<const std::uint32_t> in_range, const PointLosses& losses) {
  point_paths_computed_ += losses.paths.size();
  if (keeps()) kept_->entries.save(kept_->keys.to_points(transmitter, points, in_range), contents_of(losses));
}

PathLossTally PathLossStore::tally() const {
  return {.point_paths_computed = point_paths_computed_,
          .point_paths_read = point_paths_read_,
          .map_paths_computed = map_paths_computed_,
          .map_paths_read = map_paths_read_};
}

std::optional<std::string> PathLossStore::finish() {
  if (!keeps()) return std::nullopt;
  kept_->entries.trim();
  return kept_->entries.problem();
}

}  // namespace phusong::coverage

#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gis/crs.h"
#include "gis/terrain.h"
#include "sim/coverage/point_losses.h"
#include "sim/coverage/stored_losses.h"
#include "sim/coverage/transmitters.h"
#include "sim/scenario/options.h"

namespace phusong::coverage {

/// Where the losses of a run came from. A path leads to one point or one cell of a map, whatever the frequencies.
struct PathLossTally {
  std::size_t point_paths_computed = 0, point_paths_read = 0;
  std::size_t map_paths_computed = 0, map_paths_read = 0;
};

/// Where the store is and how large it may grow.
struct StorePlace {
  std::filesystem::path folder;
  std::uint64_t most_bytes = 0;
};

/// The memory that a store without a folder may take.
struct StoreMemory {
  std::uint64_t most_bytes = 0;
};

/// Path losses by what they depend on: on disk, where they outlive a run, or in memory, where one stage of a run leaves
/// them to the next; and the count of what was computed all the same. Losses that come from it are those that went in,
/// to the last bit. Safe to use from any thread.
class PathLossStore {
 public:
  /// Keeps nothing, and counts.
  PathLossStore();
  /// For the losses over one terrain. Throws std::runtime_error where the folder cannot be written in.
  PathLossStore(const StorePlace& place, const gis::Terrain& terrain, const gis::WorkingCrs& crs,
                const scenario::Options& options);
  /// For the losses to points over one terrain, in memory; maps, which no stage makes twice, are not kept.
  PathLossStore(const StoreMemory& memory, const gis::Terrain& terrain, const gis::WorkingCrs& crs,
                const scenario::Options& options);
  ~PathLossStore();
  PathLossStore(const PathLossStore&) = delete;
  PathLossStore& operator=(const PathLossStore&) = delete;

  bool keeps_maps() const;
  /// From now on nothing more is kept in memory; what is there is still found. A folder is as it was.
  void close_memory();

  /// Losses over the disc of a transmitter, `disc` cells of the grid; nothing where they must be computed.
  std::optional<StoredLosses> load(const Transmitter& transmitter, const gis::GridWindow& disc);
  void save(const Transmitter& transmitter, const StoredLosses& losses);

  /// Losses to those points of a list that `in_range` names; PointPath::point is an index into `in_range`.
  std::optional<PointLosses> load(const Transmitter& transmitter, std::span<const ReceiverPoint> points,
                                  std::span<const std::uint32_t> in_range);
  void save(const Transmitter& transmitter, std::span<const ReceiverPoint> points,
            std::span<const std::uint32_t> in_range, const PointLosses& losses);

  PathLossTally tally() const;
  /// Brings the folder within its limit. Says why losses could not be kept, where any could not.
  std::optional<std::string> finish();

 private:
  struct Kept;

  std::unique_ptr<Kept> kept_;
  std::atomic<std::size_t> point_paths_computed_ = 0, point_paths_read_ = 0;
  std::atomic<std::size_t> map_paths_computed_ = 0, map_paths_read_ = 0;
};

}  // namespace phusong::coverage

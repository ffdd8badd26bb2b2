#include "sim/coverage/maps.h"

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>

#include "sim/coverage/make_disc_path_loss.h"
#include "sim/coverage/map_accumulator.h"
#include "sim/coverage/operator_columns.h"
#include "sim/coverage/tiles.h"

namespace phusong::coverage {
namespace {

/// A place of a tile has a number of 16 bits.
constexpr int kTileCells = 64;
/// For path loss that is held at a time.
constexpr std::size_t kMostBytesAtWork = std::size_t{96} << 20;

/// Groups of neighbours in the list whose losses take at most so much, as far as those of a single mast do.
std::vector<std::span<const Transmitter>> groups_of(std::span<const Transmitter> transmitters,
                                                    const DiscPathLoss& discs, std::size_t most_bytes) {
  std::vector<std::span<const Transmitter>> groups;
  for (std::size_t first = 0; first < transmitters.size();) {
    std::size_t end = first, bytes = 0;
    while (end < transmitters.size()) {
      const std::size_t more = discs.bytes(transmitters.subspan(end, 1));
      const bool shares = end > first && share_disc(transmitters[end - 1], transmitters[end]);
      if (end > first && !shares && bytes + more > most_bytes) break;
      bytes += more;
      ++end;
    }
    groups.push_back(transmitters.subspan(first, end - first));
    first = end;
  }
  return groups;
}

/// Adds a group to one tile, the nearest first.
class GroupAdder {
 public:
  GroupAdder(const MapAccumulator& accumulator, const gis::Grid& grid, std::span<const Transmitter> group,
             std::span<const StoredLosses> losses)
      : accumulator_(accumulator), grid_(grid), group_(group), losses_(losses) {}

  void add_to(TileMaps& tile, TileLevels& levels) const {
    std::vector<std::pair<double, std::size_t>> in_range;
    for (std::size_t i = 0; i < group_.size(); ++i) {
      const double distance_m = distance_to_window_m(group_[i].position, grid_, tile.window);
      if (!group_[i].frequencies_within(distance_m).empty()) in_range.emplace_back(distance_m, i);
    }
    std::ranges::sort(in_range);
    for (const auto& [distance_m, i] : in_range)
      accumulator_.add(group_[i], losses_[i], levels, tile);
  }

 private:
  const MapAccumulator& accumulator_;
  const gis::Grid& grid_;
  std::span<const Transmitter> group_;
  std::span<const StoredLosses> losses_;
};

}  // namespace

CoverageMaps compute_maps(const scenario::Scenario& scenario, const gis::Terrain& terrain, progress::Progress& progress,
                          PathLossStore* store) {
  const scenario::Options& options = scenario.options;
  const gis::Grid& grid = terrain.grid();
  const auto technologies = mapped_technologies(scenario.network, options.coverage);
  std::vector<std::size_t> off_terrain;
  const std::vector<Transmitter> transmitters =
      spread_over_map(transmitters_on_air(scenario.network, terrain, technologies, options, off_terrain));
  const MapAccumulator accumulator(scenario, terrain, raster_columns(scenario.network, options.service), technologies);
  const DiscPathLoss discs = make_disc_path_loss(terrain, scenario.crs, options, store);
  const auto groups = groups_of(transmitters, discs, kMostBytesAtWork);
  std::vector<TileMaps> tiles;
  for (const gis::GridWindow& window : tiles_of(grid, kTileCells))
    tiles.push_back({.window = window, .strongest = {}, .paths = {}, .gap_paths = {}});
  const auto for_each_tile = [&](const auto& body) {
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, tiles.size(), 1), [&](const auto& range) {
      for (std::size_t i = range.begin(); i < range.end(); ++i) {
        progress.throw_if_stopped();
        body(tiles[i]);
        progress.advance(1);
      }
    });
  };
  progress.begin("maps", discs.steps(transmitters) + (groups.size() + 1) * tiles.size());
  tbb::enumerable_thread_specific<TileLevels> scratch([&] { return TileLevels(scenario.network, grid); });
  for (const std::span<const Transmitter> group : groups) {
    const std::vector<StoredLosses> losses = discs.compute(group, progress);
    const GroupAdder adder(accumulator, grid, group, losses);
    for_each_tile([&](TileMaps& tile) { adder.add_to(tile, scratch.local()); });
  }
  CoverageMaps maps = accumulator.empty_maps();
  for_each_tile([&](TileMaps& tile) {
    accumulator.finish(tile, maps);
    tile = {};
  });
  return maps;
}

}  // namespace phusong::coverage

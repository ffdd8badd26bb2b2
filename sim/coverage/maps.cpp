#include "sim/coverage/maps.h"

#include <tbb/enumerable_thread_specific.h>

#include "sim/coverage/for_each_index.h"
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
  for (std::span<const Transmitter> rest = transmitters; !rest.empty(); rest = rest.subspan(groups.back().size())) {
    std::size_t count = sharing_count(rest);
    while (count < rest.size()) {
      const std::size_t with_next = count + sharing_count(rest.subspan(count));
      if (discs.bytes(rest.first(with_next)) > most_bytes) break;
      count = with_next;
    }
    groups.push_back(rest.first(count));
  }
  return groups;
}

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
    for_each_index(tiles.size(), [&](std::size_t i) {
      progress.throw_if_stopped();
      body(tiles[i]);
      progress.advance(1);
    });
  };
  progress.begin("maps", discs.steps(transmitters) + (groups.size() + 1) * tiles.size());
  const LevelCorrection correction(terrain, options);
  tbb::enumerable_thread_specific<TileLevels> scratch([&] { return TileLevels(scenario.network, grid, correction); });
  for (const std::span<const Transmitter> group : groups) {
    const std::vector<StoredLosses> losses = discs.compute(group, progress);
    for_each_tile([&](TileMaps& tile) { accumulator.add(group, losses, scratch.local(), tile); });
  }
  CoverageMaps maps = accumulator.empty_maps();
  for_each_tile([&](TileMaps& tile) {
    accumulator.finish(tile, maps);
    tile = {};
  });
  return maps;
}

}  // namespace phusong::coverage

#include "sim/coverage/maps.h"

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include "sim/coverage/area_engine.h"
#include "sim/coverage/map_accumulator.h"
#include "sim/coverage/operator_columns.h"
#include "sim/coverage/tile_levels.h"

namespace phusong::coverage {
namespace {

constexpr int kTileCells = 32;
/// For path loss that is held while a part of the maps is made: of whole discs, and of discs cut to the part.
constexpr std::size_t kMostStripBytes = std::size_t{320} << 20;
constexpr std::size_t kMostSquareBytes = std::size_t{1} << 30;

void write_gaps(const std::vector<float>& shares, const gis::GridWindow& window, CoverageMaps& maps) {
  for (std::size_t k = 0; k < shares.size(); ++k) {
    const GridCell cell = cell_of(window, k);
    maps.terrain_gaps[maps.grid.index(cell.column, cell.row)] = shares[k];
  }
}

}  // namespace

CoverageMaps compute_maps(const scenario::Scenario& scenario, const gis::Terrain& terrain, progress::Progress& progress,
                          PathLossStore* store) {
  const scenario::Options& options = scenario.options;
  const auto technologies = mapped_technologies(scenario.network, options.coverage);
  std::vector<std::size_t> off_terrain;
  const auto transmitters = transmitters_on_air(scenario.network, terrain, technologies, options, off_terrain);
  CoverageMaps maps{.grid = terrain.grid(), .terrain_gaps = std::vector<float>(terrain.grid().cell_count())};
  const MapAccumulator accumulator(scenario, terrain, raster_columns(scenario.network, options.service), technologies,
                                   maps);
  const auto area = make_area_path_loss(terrain, scenario.crs, options, store);
  tbb::enumerable_thread_specific<TileLevels> scratch([&] { return TileLevels(scenario.network, maps.grid); });
  const GridParts parts = parts_within(maps.grid, *area, transmitters, kTileCells, kMostStripBytes, kMostSquareBytes);
  area->prepare(transmitters, {}, progress, parts.discs);
  for (const gis::GridWindow& part : parts.windows) {
    area->move_on(part, progress, parts.discs);
    const std::vector<gis::GridWindow> tiles = tiles_of(part, kTileCells);
    progress.begin("maps", tiles.size());
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, tiles.size(), 1), [&](const auto& range) {
      for (std::size_t i = range.begin(); i < range.end(); ++i) {
        progress.throw_if_stopped();
        TileLevels& levels = scratch.local();
        levels.compute(*area, transmitters, tiles[i]);
        accumulator.add(levels.layers(), tiles[i], maps);
        write_gaps(levels.gap_shares(), tiles[i], maps);
        progress.advance(1);
      }
    });
  }
  return maps;
}

}  // namespace phusong::coverage

#include "sim/coverage/area_engine.h"

#include <algorithm>

#include "propagation/sweep/ray_sweep.h"
#include "sim/coverage/exact_disc_path_loss.h"
#include "sim/coverage/sweep_area_path_loss.h"

namespace phusong::coverage {

std::unique_ptr<AreaPathLoss> make_area_path_loss(const gis::Terrain& terrain, const gis::WorkingCrs& crs,
                                                  const scenario::Options& options, PathLossStore* store) {
  if (propagation::sweep::has_ray_sweep(options.propagation.settings.model))
    return std::make_unique<SweepAreaPathLoss>(terrain, crs, options, store);
  return std::make_unique<ExactDiscPathLoss>(terrain, crs, options, store);
}

std::vector<gis::GridWindow> tiles_of(const gis::GridWindow& area, int cells) {
  std::vector<gis::GridWindow> tiles;
  for (int row = 0; row < area.rows; row += cells) {
    for (int column = 0; column < area.columns; column += cells) {
      tiles.push_back({.first_column = area.first_column + column,
                       .first_row = area.first_row + row,
                       .columns = std::min(cells, area.columns - column),
                       .rows = std::min(cells, area.rows - row)});
    }
  }
  return tiles;
}

std::vector<gis::GridWindow> parts_within(const gis::Grid& grid, const AreaPathLoss& engine,
                                          std::span<const Transmitter> transmitters, int tile_cells,
                                          std::size_t most_bytes) {
  const gis::GridWindow whole{.columns = grid.columns, .rows = grid.rows};
  int tiles_across = (std::max(grid.columns, grid.rows) + tile_cells - 1) / tile_cells;
  while (true) {
    std::vector<gis::GridWindow> parts = tiles_of(whole, tiles_across * tile_cells);
    const bool fits = std::ranges::all_of(
        parts, [&](const gis::GridWindow& part) { return engine.bytes_for(transmitters, part) <= most_bytes; });
    if (fits || tiles_across == 1) return parts;
    tiles_across = (tiles_across + 1) / 2;
  }
}

}  // namespace phusong::coverage

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

namespace {

std::vector<gis::GridWindow> strips_of(const gis::GridWindow& area, int rows) {
  std::vector<gis::GridWindow> strips;
  for (int row = 0; row < area.rows; row += rows) {
    strips.push_back({.first_column = area.first_column,
                      .first_row = area.first_row + row,
                      .columns = area.columns,
                      .rows = std::min(rows, area.rows - row)});
  }
  return strips;
}

}  // namespace

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

GridParts parts_within(const gis::Grid& grid, const AreaPathLoss& engine, std::span<const Transmitter> transmitters,
                       int tile_cells, std::size_t strip_bytes, std::size_t square_bytes) {
  const gis::GridWindow whole{.columns = grid.columns, .rows = grid.rows};
  const auto fit = [&](const std::vector<gis::GridWindow>& parts, Discs discs, std::size_t most_bytes) {
    return std::ranges::all_of(
        parts, [&](const gis::GridWindow& part) { return engine.bytes_for(transmitters, part, discs) <= most_bytes; });
  };
  for (int tiles_down = (grid.rows + tile_cells - 1) / tile_cells;; tiles_down = (tiles_down + 1) / 2) {
    std::vector<gis::GridWindow> strips = strips_of(whole, tiles_down * tile_cells);
    if (fit(strips, Discs::kWhole, strip_bytes)) return {std::move(strips), Discs::kWhole};
    if (tiles_down == 1) break;
  }
  for (int tiles_across = (std::max(grid.columns, grid.rows) + tile_cells - 1) / tile_cells;;
       tiles_across = (tiles_across + 1) / 2) {
    std::vector<gis::GridWindow> squares = tiles_of(whole, tiles_across * tile_cells);
    if (tiles_across == 1 || fit(squares, Discs::kCut, square_bytes)) return {std::move(squares), Discs::kCut};
  }
}

}  // namespace phusong::coverage

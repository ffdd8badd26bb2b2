#pragma once

#include <memory>
#include <span>
#include <vector>

#include "gis/crs.h"
#include "gis/terrain.h"
#include "sim/coverage/area_path_loss.h"
#include "sim/coverage/store/path_loss_store.h"
#include "sim/scenario/options.h"

namespace phusong::coverage {

/// Ray sweeps for P.1812 and ITM, an exact path to every cell for the other models. `store` may be null: nothing is
/// kept.
std::unique_ptr<AreaPathLoss> make_area_path_loss(const gis::Terrain& terrain, const gis::WorkingCrs& crs,
                                                  const scenario::Options& options, PathLossStore* store = nullptr);

/// Squares of `cells` × `cells`, less at the area's right and lower edge, row by row.
std::vector<gis::GridWindow> tiles_of(const gis::GridWindow& area, int cells);

/// Parts of the grid, whole tiles each, that are prepared one after another, and what is held of the discs for them.
struct GridParts {
  std::vector<gis::GridWindow> windows;
  Discs discs = Discs::kCut;
};

/// Strips from north to south, as high as whole discs take at most `strip_bytes`, so that every disc is computed once;
/// where a strip of one tile takes more, squares that take at most `square_bytes`, as far as a single tile does.
GridParts parts_within(const gis::Grid& grid, const AreaPathLoss& engine, std::span<const Transmitter> transmitters,
                       int tile_cells, std::size_t strip_bytes, std::size_t square_bytes);

}  // namespace phusong::coverage

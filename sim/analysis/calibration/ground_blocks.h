#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "gis/coordinates.h"

namespace phusong::analysis {

/// Squares of ground with measurements, dealt out into folds: what is held out together. Neighbours, whose shadowing is
/// much the same, are then not both fitted and held out, but at the edges of squares (block cross-validation; Roberts
/// et al. 2017).
struct GroundBlocks {
  std::vector<std::size_t> block_of;       ///< by place
  std::vector<std::size_t> fold_of_block;  ///< by block
  std::size_t folds = 0;

  std::size_t count() const { return fold_of_block.size(); }
};

/// Divides places by squares of that side, from the map's origin. Blocks come in the order that `seed` gives, each to
/// the fold with the fewest places so far; there are no more folds than blocks.
GroundBlocks ground_blocks(const std::vector<gis::MapPoint>& places, double block_m, std::size_t folds,
                           std::uint64_t seed);

}  // namespace phusong::analysis

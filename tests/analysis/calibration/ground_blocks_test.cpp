#include "sim/analysis/calibration/ground_blocks.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace phusong;

TEST_CASE("places of one square are held out together, and folds are about as large as each other") {
  std::vector<gis::MapPoint> places;
  for (int east = 0; east < 40; ++east) {
    for (int north = 0; north < 30; ++north)
      places.push_back({500000.0 + 250.0 * east, 2400000.0 + 250.0 * north});
  }
  const analysis::GroundBlocks blocks = analysis::ground_blocks(places, 1000.0, 5, 1);
  CHECK(blocks.count() == 80);
  CHECK(blocks.folds == 5);
  CHECK(blocks.block_of[0] == blocks.block_of[1]);
  CHECK(blocks.block_of[0] != blocks.block_of[4]);
  std::vector<std::size_t> sizes(5, 0);
  for (const std::size_t block : blocks.block_of)
    ++sizes[blocks.fold_of_block[block]];
  for (const std::size_t size : sizes)
    CHECK(std::max(size, std::size_t{240}) - std::min(size, std::size_t{240}) <= 16);  // one block
  CHECK(analysis::ground_blocks(places, 1000.0, 5, 2).fold_of_block != blocks.fold_of_block);
  CHECK(analysis::ground_blocks(places, 1000.0, 5, 1).fold_of_block == blocks.fold_of_block);
}

TEST_CASE("there are no more folds than blocks, and squares reach below zero") {
  const analysis::GroundBlocks blocks = analysis::ground_blocks({{-1.0, 0.0}, {1.0, 0.0}, {2.0, 0.0}}, 100.0, 5, 1);
  CHECK(blocks.folds == 2);
  CHECK(blocks.block_of[1] == blocks.block_of[2]);
  CHECK(blocks.block_of[0] != blocks.block_of[1]);
}

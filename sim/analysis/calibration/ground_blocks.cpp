#include "sim/analysis/calibration/ground_blocks.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <random>
#include <utility>

namespace phusong::analysis {
namespace {

using Square = std::pair<std::int64_t, std::int64_t>;

Square square_of(gis::MapPoint place, double block_m) {
  return {static_cast<std::int64_t>(std::floor(place.x_m / block_m)),
          static_cast<std::int64_t>(std::floor(place.y_m / block_m))};
}

/// Fisher and Yates; the standard library's own shuffle may differ from one to another.
std::vector<std::size_t> shuffled(std::size_t count, std::uint64_t seed) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::mt19937_64 random(seed);
  for (std::size_t left = count; left > 1; --left)
    std::swap(order[left - 1], order[random() % left]);
  return order;
}

}  // namespace

GroundBlocks ground_blocks(const std::vector<gis::MapPoint>& places, double block_m, std::size_t folds,
                           std::uint64_t seed) {
  std::map<Square, std::size_t> numbers;
  for (const gis::MapPoint& place : places)
    numbers.emplace(square_of(place, block_m), 0);
  std::size_t next = 0;
  for (auto& [square, number] : numbers)
    number = next++;
  GroundBlocks blocks{.block_of = {}, .fold_of_block = std::vector<std::size_t>(numbers.size()), .folds = 0};
  std::vector<std::size_t> places_in(numbers.size(), 0);
  for (const gis::MapPoint& place : places) {
    blocks.block_of.push_back(numbers.at(square_of(place, block_m)));
    ++places_in[blocks.block_of.back()];
  }
  blocks.folds = std::min(folds, blocks.count());
  std::vector<std::size_t> places_in_fold(blocks.folds, 0);
  for (const std::size_t block : shuffled(blocks.count(), seed)) {
    const auto fewest = std::ranges::min_element(places_in_fold);
    blocks.fold_of_block[block] = static_cast<std::size_t>(fewest - places_in_fold.begin());
    *fewest += places_in[block];
  }
  return blocks;
}

}  // namespace phusong::analysis

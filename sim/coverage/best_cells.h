#pragma once

#include <cstddef>
#include <vector>

#include "sim/coverage/best_cell.h"
#include "sim/network/technology.h"

namespace phusong::coverage {

/// The strongest cell of a point: over all paths, and over those that cross no void.
struct PointBest {
  BestCell any_path;
  BestCell clear_path;
};

/// The strongest cells of one hamlet: sample point × operator column × technology.
class BestCells {
 public:
  BestCells(std::size_t points, std::size_t columns) : columns_(columns), table_(points * columns) {}

  PointBest& at(std::size_t point, std::size_t column, network::Technology technology) {
    return table_[point * columns_ + column][technology];
  }
  const PointBest& at(std::size_t point, std::size_t column, network::Technology technology) const {
    return table_[point * columns_ + column][technology];
  }

 private:
  std::size_t columns_;
  std::vector<network::PerTechnology<PointBest>> table_;
};

}  // namespace phusong::coverage

#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

#include "sim/network/cell.h"

namespace phusong::coverage {

inline constexpr std::size_t kNoCell = std::numeric_limits<std::size_t>::max();

/// The strongest cell seen so far; of two that are equally strong the lower cell_id in byte order.
struct BestCell {
  double level_dbm = -std::numeric_limits<double>::infinity();
  std::size_t cell = kNoCell;

  bool found() const { return cell != kNoCell; }
  void offer(double candidate_dbm, std::size_t candidate, const std::vector<network::Cell>& cells) {
    const bool wins = candidate_dbm > level_dbm ||
                      (candidate_dbm == level_dbm && (!found() || cells[candidate].cell_id < cells[cell].cell_id));
    if (wins) *this = {candidate_dbm, candidate};
  }
};

}  // namespace phusong::coverage

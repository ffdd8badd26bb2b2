#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/network/cell.h"

namespace phusong::coverage {

/// A cell's level at a sample point.
struct PointSignal {
  std::uint32_t point = 0;  ///< index into CoverageResult::points
  std::uint32_t cell = 0;   ///< index into Network::cells
  double level_dbm = 0.0;
};

/// The signals at all sample points: by point, the strongest first, of two that are equally strong the lower cell_id.
class PointSignals {
 public:
  PointSignals() = default;
  /// `signals` by point, in any order within one. `points`: how many there are.
  PointSignals(std::vector<PointSignal> signals, std::size_t points, const std::vector<network::Cell>& cells);

  std::span<const PointSignal> of_point(std::size_t point) const {
    return std::span(signals_).subspan(begin_[point], begin_[point + 1] - begin_[point]);
  }
  std::span<const PointSignal> all() const { return signals_; }

 private:
  std::vector<PointSignal> signals_;
  std::vector<std::size_t> begin_{0};  ///< [point] where its signals begin
};

}  // namespace phusong::coverage

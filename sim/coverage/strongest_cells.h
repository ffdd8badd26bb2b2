#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace phusong::coverage {

/// The strongest of the cells that are offered at each of some places, and how many overlap with it. Cells may be
/// offered in any order.
class StrongestCells {
 public:
  /// No cell.
  static constexpr std::uint16_t kNone = 0;

  /// Overlap is counted where the best level reaches the threshold.
  StrongestCells(std::size_t places, double threshold_dbm);

  /// Marks with 1 the places where a cell that has at most `most_dbm` there may change anything. NaN = out of range.
  void mark(std::span<const float> most_dbm, std::span<std::uint8_t> marks) const;
  /// Offers a cell at some of the places. Of two that are as strong the one of the lower number is the best. NaN = out
  /// of range.
  void offer(std::uint16_t cell, std::span<const std::uint16_t> places, std::span<const float> level_dbm);

  /// -∞ where no cell is in range.
  std::span<const float> best_dbm() const { return best_dbm_; }
  std::span<const std::uint16_t> best_cell() const { return best_cell_; }
  /// How many cells are within 5 dB of the best at each place, itself included; 0 where that is below the threshold.
  std::vector<std::uint16_t> overlap() const;

 private:
  bool is_near(std::uint16_t place, float level_dbm) const;
  void drop_far();

  double threshold_dbm_;
  float least_near_dbm_;  ///< no lower level overlaps with one that reaches the threshold
  std::vector<float> best_dbm_;
  std::vector<std::uint16_t> best_cell_;
  /// The levels near the best, each with its place; some that no longer are among them.
  std::vector<float> near_dbm_;
  std::vector<std::uint16_t> near_place_;
  std::size_t most_near_;  ///< that are held before those that are no longer near are dropped
};

}  // namespace phusong::coverage

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/coverage/path_loss_window.h"

namespace phusong::coverage {

/// Path loss of one transmitter over a window, packed: two bytes a cell and frequency in steps of 0.01 dB, and two
/// for the departure angle in steps of 0.01° and the void flag. Different cells may be set from different threads.
class StoredLosses {
 public:
  /// Every cell is out of range to begin with.
  StoredLosses(const gis::GridWindow& window, std::size_t frequencies);

  const gis::GridWindow& window() const { return window_; }
  /// Where a cell is kept, for the functions that set it.
  std::size_t index(int column, int row) const {
    return static_cast<std::size_t>(row - window_.first_row) * static_cast<std::size_t>(window_.columns) +
           static_cast<std::size_t>(column - window_.first_column);
  }
  void set_path(std::size_t index, double departure_deg, bool crosses_void);
  void set_loss(std::size_t index, std::size_t frequency, double loss_db);
  /// Many cells at a time; a cell that is kNowhere is left out. The spans are as long as each other.
  static constexpr std::size_t kNowhere = ~std::size_t{0};
  void set_paths(std::span<const std::size_t> indices, std::span<const float> departure_rad,
                 std::span<const std::uint8_t> crosses_void);
  void set_losses(std::span<const std::size_t> indices, std::size_t frequency, std::span<const float> loss_db);

  /// Departure angles and void flags over a window, one a cell; NaN and 0 where no path leads.
  void unpack_paths(const gis::GridWindow& window, std::span<float> departure_deg,
                    std::span<std::uint8_t> crosses_void) const;
  /// Losses over a window, one a cell; NaN beyond the frequency's range.
  void unpack_losses(const gis::GridWindow& window, std::size_t frequency, std::span<float> loss_db) const;
  /// Both over `result.window`, all frequencies; its arrays are resized.
  void unpack(PathLossWindow& result) const;

  /// Cells that a path leads to.
  std::size_t path_count() const;

  /// What is kept as it is kept, row-major: the path, then a loss a frequency.
  std::size_t plane_count() const { return planes_.size(); }
  std::span<const std::uint16_t> plane(std::size_t i) const { return planes_[i]; }
  std::span<std::uint16_t> plane(std::size_t i) { return planes_[i]; }

  /// Bytes that a store of a window takes.
  static std::size_t size_of(const gis::GridWindow& window, std::size_t frequencies);

 private:
  template <class Unpack>
  void for_shared_rows(const gis::GridWindow& window, const Unpack& unpack) const;
  bool holds(const gis::GridWindow& window) const;

  gis::GridWindow window_;
  std::vector<std::vector<std::uint16_t>> planes_;  ///< the path, then a loss a frequency
};

/// The part of two windows that they share; without cells where there is none.
gis::GridWindow intersection(const gis::GridWindow& a, const gis::GridWindow& b);

}  // namespace phusong::coverage

#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>

#include "sim/analysis/calibration/arrow_system.h"
#include "sim/analysis/calibration/residual_fit.h"

namespace phusong::analysis {

/// Which unknown stands where among those that residuals share: technologies, clutter classes, the slope.
class SharedColumns {
 public:
  SharedColumns(const ResidualData& data, const CorrectionTerms& terms);

  std::size_t count() const { return count_; }
  // Nothing where the term is not asked for.
  std::optional<std::size_t> technology(network::Technology technology) const;
  std::optional<std::size_t> clutter(std::size_t index) const;
  std::optional<std::size_t> slope() const { return slope_; }

  /// As many entries as a row can have.
  using Room = std::array<ArrowEntry, 3>;
  /// The entries of a row, in `room`.
  std::span<const ArrowEntry> entries(const Residual& row, Room& room) const;

 private:
  std::size_t take(std::size_t columns);

  std::size_t count_ = 0;
  std::optional<std::size_t> technology_, clutter_, slope_;
};

}  // namespace phusong::analysis

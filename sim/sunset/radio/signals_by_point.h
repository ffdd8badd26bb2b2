#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/sunset/radio/signals.h"

namespace phusong::sunset {

/// The signals at each point, by cell.
class SignalsByPoint {
 public:
  explicit SignalsByPoint(const Signals& signals);
  std::span<const Signal> at(std::size_t point) const {
    return std::span(signals_).subspan(first_[point], first_[point + 1] - first_[point]);
  }

 private:
  std::vector<std::size_t> first_;  ///< index into signals_ per point, and the end
  std::vector<Signal> signals_;
};

}  // namespace phusong::sunset

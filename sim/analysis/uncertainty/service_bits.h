#pragma once

#include <cstddef>
#include <cstdint>

#include "sim/network/technology.h"
#include "sim/scenario/options.h"

namespace phusong::analysis {

/// Marks in one word what serves a point in a draw: a bit for each set of cells where any technology of the target will
/// do, and one for each set and technology where all of them have to serve.
class ServiceBits {
 public:
  explicit ServiceBits(const scenario::PlanOptions& plan);

  /// How many sets of cells fit into a word.
  std::size_t most_sets() const;
  /// The bit of a set and technology; 0 where the target does not name the technology.
  std::uint32_t bit(std::size_t set, network::Technology technology) const;
  /// All bits of a set; a point is served where it has all of them.
  std::uint32_t bits(std::size_t set) const { return bits_of_first_ << (set * per_set_); }
  bool is_served(std::uint32_t point, std::size_t set) const { return (point & bits(set)) == bits(set); }

 private:
  network::PerTechnology<std::uint32_t> bit_of_first_{};  ///< of the first set
  std::uint32_t bits_of_first_ = 0;
  std::size_t per_set_ = 0;
};

}  // namespace phusong::analysis

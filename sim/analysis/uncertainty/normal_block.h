#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace phusong::analysis {

/// Draws that are worked on at a time.
inline constexpr std::size_t kBlockDraws = 128;

/// One number for each draw of a block.
using DrawBlock = std::array<float, kBlockDraws>;

/// Names a random quantity: the same name has the same value in a draw, whoever asks and whatever else is drawn.
struct QuantityName {
  std::uint64_t stream = 0;  ///< a hash of whose it is
  std::uint32_t item = 0;    ///< which of its quantities
};

/// Standard normal values of a quantity in the draws of a block: draw 128·block + i at i. By Box and Muller ("A Note on
/// the Generation of Random Normal Deviates", 1958) from Philox; the greatest are ±5.77, beyond which a normal value
/// lies with a probability of 8e-9. Additions, multiplications, divisions and square roots alone, so that every
/// machine gets the same bits.
void fill_normals(std::uint64_t seed, QuantityName quantity, std::uint32_t block, DrawBlock& normals);

}  // namespace phusong::analysis

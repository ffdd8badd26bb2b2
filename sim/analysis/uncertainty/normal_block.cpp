#include "sim/analysis/uncertainty/normal_block.h"

#include <bit>
#include <cmath>
#include <numbers>

#include "sim/analysis/uncertainty/philox.h"

namespace phusong::analysis {
namespace {

/// Counters of a block: each gives four words, which are two pairs, which are four normal values.
constexpr std::size_t kCounters = kBlockDraws / 4;

using Words = std::array<std::uint32_t, kCounters>;

/// The words of the counters of a block: [word][counter].
std::array<Words, 4> random_words(std::uint64_t seed, QuantityName quantity, std::uint32_t block) {
  std::array<Words, 4> words;
  const PhiloxKey key = {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)};
  for (std::uint32_t i = 0; i < kCounters; ++i) {
    PhiloxCounter counter = {block * static_cast<std::uint32_t>(kCounters) + i, quantity.item,
                             static_cast<std::uint32_t>(quantity.stream),
                             static_cast<std::uint32_t>(quantity.stream >> 32)};
    PhiloxKey round_key = key;
    // Ten rounds, written out: a loop inside would keep the outer one from being vectorised.
    philox_round(counter, round_key);
    philox_round(counter, round_key);
    philox_round(counter, round_key);
    philox_round(counter, round_key);
    philox_round(counter, round_key);
    philox_round(counter, round_key);
    philox_round(counter, round_key);
    philox_round(counter, round_key);
    philox_round(counter, round_key);
    philox_round(counter, round_key);
    words[0][i] = counter[0];
    words[1][i] = counter[1];
    words[2][i] = counter[2];
    words[3][i] = counter[3];
  }
  return words;
}

/// −ln((2k + 1) 2⁻²⁴) for the upper 23 bits k of a word. With u = 2ᵉ·m, m within √½ … √2, and s = (m − 1) / (m + 1) it
/// is −e ln 2 − 2 (s + s³/3 + s⁵/5 + s⁷/7 + s⁹/9); the next term is below 3e-9 of the sum.
inline float minus_log(std::uint32_t word) {
  constexpr std::uint32_t kSqrtHalfBits = std::bit_cast<std::uint32_t>(0.5F * std::numbers::sqrt2_v<float>);
  constexpr float kStep = 1.0F / 16777216.0F;
  const float u = static_cast<float>(static_cast<std::int32_t>((word >> 9) * 2U + 1U)) * kStep;
  const std::uint32_t above = std::bit_cast<std::uint32_t>(u) - kSqrtHalfBits;
  const std::int32_t exponent = static_cast<std::int32_t>(above) >> 23;
  const float m = std::bit_cast<float>((above & 0x007FFFFFU) + kSqrtHalfBits);
  const float s = (m - 1.0F) / (m + 1.0F);
  const float s2 = s * s;
  const float series = 1.0F + s2 * (1.0F / 3.0F + s2 * (1.0F / 5.0F + s2 * (1.0F / 7.0F + s2 * (1.0F / 9.0F))));
  return -(static_cast<float>(exponent) * std::numbers::ln2_v<float> + 2.0F * s * series);
}

struct Direction {
  float cosine, sine;
};

/// A point of the unit circle, uniform over 2²⁴ directions: the two uppermost bits of the word choose the quarter, 22
/// more the angle from its middle, within ±π/4, where six terms of the Taylor series leave less than 3e-9.
inline Direction direction_of(std::uint32_t word) {
  constexpr float kQuarterStep = std::numbers::pi_v<float> / 2.0F / 8388608.0F;
  const auto along = static_cast<std::int32_t>((word << 2) >> 10);
  const float angle = static_cast<float>(2 * along + 1 - 4194304) * kQuarterStep;
  const float a2 = angle * angle;
  const float sine =
      angle * (1.0F - a2 * (1.0F / 6.0F - a2 * (1.0F / 120.0F - a2 * (1.0F / 5040.0F - a2 * (1.0F / 362880.0F)))));
  const float cosine =
      1.0F -
      a2 * (0.5F - a2 * (1.0F / 24.0F - a2 * (1.0F / 720.0F - a2 * (1.0F / 40320.0F - a2 * (1.0F / 3628800.0F)))));
  // A quarter turn swaps the two and changes one sign, a half turn changes both.
  const std::uint32_t quarter = word >> 30;
  const std::uint32_t swap = 0U - (quarter & 1U);
  const std::uint32_t half = (quarter >> 1) << 31;
  const auto cosine_bits = std::bit_cast<std::uint32_t>(cosine);
  const auto sine_bits = std::bit_cast<std::uint32_t>(sine);
  const std::uint32_t turned_cosine = (cosine_bits & ~swap) | ((sine_bits ^ 0x80000000U) & swap);
  const std::uint32_t turned_sine = (sine_bits & ~swap) | (cosine_bits & swap);
  return {std::bit_cast<float>(turned_cosine ^ half), std::bit_cast<float>(turned_sine ^ half)};
}

}  // namespace

void fill_normals(std::uint64_t seed, QuantityName quantity, std::uint32_t block, DrawBlock& normals) {
  const std::array<Words, 4> words = random_words(seed, quantity, block);
  for (std::size_t pair = 0; pair < 2; ++pair) {
    const Words& lengths = words[2 * pair];
    const Words& directions = words[2 * pair + 1];
    float* const first = normals.data() + 2 * pair * kCounters;
    float* const second = first + kCounters;
    for (std::size_t i = 0; i < kCounters; ++i) {
      const float radius = std::sqrt(2.0F * minus_log(lengths[i]));
      const Direction direction = direction_of(directions[i]);
      first[i] = radius * direction.cosine;
      second[i] = radius * direction.sine;
    }
  }
}

}  // namespace phusong::analysis

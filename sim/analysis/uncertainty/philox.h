#pragma once

#include <array>
#include <cstdint>

namespace phusong::analysis {

/// Philox4x32-10 of Salmon, Moraes, Dror and Shaw, "Parallel Random Numbers: As Easy as 1, 2, 3", SC '11: a bijection
/// of counters under a key whose values pass as independent random words. Nothing is kept between two calls, so that
/// numbers do not depend on the order in which they are asked for.
using PhiloxCounter = std::array<std::uint32_t, 4>;
using PhiloxKey = std::array<std::uint32_t, 2>;

/// One of the ten rounds, written for use in loops over many counters.
constexpr void philox_round(PhiloxCounter& words, PhiloxKey& key) {
  constexpr std::uint64_t kMultiplier0 = 0xD2511F53;
  constexpr std::uint64_t kMultiplier1 = 0xCD9E8D57;
  constexpr std::uint32_t kWeyl0 = 0x9E3779B9;
  constexpr std::uint32_t kWeyl1 = 0xBB67AE85;
  const std::uint64_t product0 = kMultiplier0 * words[0];
  const std::uint64_t product1 = kMultiplier1 * words[2];
  words = {static_cast<std::uint32_t>(product1 >> 32) ^ words[1] ^ key[0], static_cast<std::uint32_t>(product1),
           static_cast<std::uint32_t>(product0 >> 32) ^ words[3] ^ key[1], static_cast<std::uint32_t>(product0)};
  key = {key[0] + kWeyl0, key[1] + kWeyl1};
}

/// Four random words of a counter.
constexpr PhiloxCounter philox(PhiloxCounter counter, PhiloxKey key) {
  constexpr int kRounds = 10;
  for (int round = 0; round < kRounds; ++round)
    philox_round(counter, key);
  return counter;
}

}  // namespace phusong::analysis

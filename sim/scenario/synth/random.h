#pragma once

#include <cstddef>
#include <cstdint>
#include <random>

namespace phusong::synth {

/// Random numbers that are the same on every machine: the standard fixes the engine but not its distributions,
/// so these are here, from operations that IEEE 754 rounds one way.
class Random {
 public:
  /// `stream` separates what is drawn for one purpose from another, so that more masts do not move the hamlets.
  Random(std::uint64_t seed, std::uint64_t stream);

  /// In [low, high).
  double uniform(double low = 0.0, double high = 1.0);
  /// In [0, count); `count` > 0.
  std::size_t index(std::size_t count);
  bool chance(double probability) { return uniform() < probability; }
  /// About normal, mean 0 and deviation 1, within ±6: the sum of twelve uniforms less 6.
  double normal();

 private:
  std::mt19937_64 engine_;
};

/// A well mixed 64-bit value of its arguments (the finaliser of splitmix64).
std::uint64_t mix(std::uint64_t value);

}  // namespace phusong::synth

#include "sim/scenario/synth/random.h"

namespace phusong::synth {

Random::Random(std::uint64_t seed, std::uint64_t stream) : engine_(mix(seed ^ mix(stream))) {}

double Random::uniform(double low, double high) {
  constexpr double kStep = 0x1.0p-53;
  return low + (high - low) * (static_cast<double>(engine_() >> 11) * kStep);
}

std::size_t Random::index(std::size_t count) {
  return static_cast<std::size_t>(uniform() * static_cast<double>(count));
}

double Random::normal() {
  double sum = -6.0;
  for (int i = 0; i < 12; ++i)
    sum += uniform();
  return sum;
}

std::uint64_t mix(std::uint64_t value) {
  value += 0x9e3779b97f4a7c15U;
  value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9U;
  value = (value ^ (value >> 27)) * 0x94d049bb133111ebU;
  return value ^ (value >> 31);
}

}  // namespace phusong::synth

#include "sim/sunset/model/handsets.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/sunset/model/tolerances.h"

namespace phusong::sunset {

std::int64_t total(const ClassCounts& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

ClassCounts after_uptake(const ClassCounts& initial, double uptake_per_year, int period) {
  const double left = std::pow(1.0 - uptake_per_year, period / 4.0);
  ClassCounts counts = initial;
  for (std::size_t c = 0; c < kVolteIndex; ++c) {
    counts[c] = static_cast<std::int64_t>(std::floor(static_cast<double>(initial[c]) * left + kHandsetTolerance));
    counts[kVolteIndex] += initial[c] - counts[c];
  }
  return counts;
}

ClassCounts with_subsidies(const ClassCounts& counts, const ClassCounts& subsidised) {
  ClassCounts result = counts;
  for (std::size_t c = 0; c < kVolteIndex; ++c) {
    const std::int64_t moved = std::min(subsidised[c], counts[c]);
    result[c] -= moved;
    result[kVolteIndex] += moved;
  }
  return result;
}

}  // namespace phusong::sunset

#include "sim/sunset/model/handsets.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace phusong::sunset {

std::int64_t total(const ClassCounts& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

std::int64_t handsets_of_operator(const network::Hamlet& hamlet, const std::string& operator_name,
                                  std::size_t operators_on_air) {
  double share = 0.0;
  if (hamlet.operator_shares.empty()) share = 1.0 / static_cast<double>(operators_on_air);
  for (const network::OperatorShare& row : hamlet.operator_shares) {
    if (row.operator_name == operator_name) share = row.share;
  }
  return std::llround(share * static_cast<double>(hamlet.handsets));
}

ClassCounts initial_counts(const network::Hamlet& hamlet, std::int64_t handsets) {
  const double rest = std::max(0.0, 1.0 - hamlet.share_2g_only - hamlet.share_3g_only - hamlet.share_volte);
  const std::array<double, kHandsetClasses> shares = {hamlet.share_2g_only, hamlet.share_3g_only, rest,
                                                      hamlet.share_volte};
  ClassCounts counts{};
  for (std::size_t c = 0; c < kHandsetClasses; ++c)
    counts[c] = std::llround(shares[c] * static_cast<double>(handsets));
  const auto largest = std::max_element(shares.begin(), shares.end()) - shares.begin();
  counts[static_cast<std::size_t>(largest)] += handsets - total(counts);
  return counts;
}

ClassCounts after_uptake(const ClassCounts& initial, double uptake_per_year, int period) {
  const double left = std::pow(1.0 - uptake_per_year, period / 4.0);
  ClassCounts counts = initial;
  for (std::size_t c = 0; c < kVolteIndex; ++c) {
    counts[c] = static_cast<std::int64_t>(std::floor(static_cast<double>(initial[c]) * left + 1e-9));
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

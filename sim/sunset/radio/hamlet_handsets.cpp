#include "sim/sunset/radio/hamlet_handsets.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace phusong::sunset {

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

}  // namespace phusong::sunset

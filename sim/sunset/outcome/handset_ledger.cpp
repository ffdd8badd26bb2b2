#include "sim/sunset/outcome/handset_ledger.h"

#include <algorithm>
#include <cmath>

#include "sim/sunset/model/tolerances.h"

namespace phusong::sunset {
namespace {

constexpr std::size_t kLedgerVolte = 3;

}  // namespace

double HandsetLedger::handsets_of(const network::Hamlet& hamlet, const std::string& name) const {
  double share = hamlet.operator_shares.empty() ? 1.0 / static_cast<double>(network_.operators.size()) : 0.0;
  for (const network::OperatorShare& row : hamlet.operator_shares)
    share += row.operator_name == name ? row.share : 0.0;
  return std::round(share * static_cast<double>(hamlet.handsets));
}

HandsetLedger::Counts HandsetLedger::first_counts(const network::Hamlet& hamlet, const std::string& name) const {
  const double all = handsets_of(hamlet, name);
  const double rest = std::max(0.0, 1.0 - hamlet.share_2g_only - hamlet.share_3g_only - hamlet.share_volte);
  const Counts shares = {hamlet.share_2g_only, hamlet.share_3g_only, rest, hamlet.share_volte};
  Counts counts{};
  std::size_t largest = 0;
  double left = all;
  for (std::size_t c = 0; c < shares.size(); ++c) {
    counts[c] = std::round(shares[c] * all);
    left -= counts[c];
    if (shares[c] > shares[largest]) largest = c;
  }
  counts[largest] += left;
  return counts;
}

HandsetLedger::Counts HandsetLedger::counts_before_subsidies(const network::Hamlet& hamlet, const std::string& name,
                                                             int period) const {
  const Counts first = first_counts(hamlet, name);
  Counts counts = first;
  for (std::size_t c = 0; c < kLedgerVolte; ++c) {
    counts[c] = std::floor(first[c] * std::pow(1.0 - uptake_per_year_, period / 4.0) + kHandsetTolerance);
    counts[kLedgerVolte] += first[c] - counts[c];
  }
  return counts;
}

HandsetLedger::Counts HandsetLedger::counts_in(std::size_t hamlet, const std::string& name, int period) const {
  Counts counts = counts_before_subsidies(network_.hamlets[hamlet], name, period);
  const auto given = given_.find({hamlet, name});
  if (given == given_.end()) return counts;
  for (std::size_t c = 0; c < kLedgerVolte; ++c) {
    const double moved = std::min(counts[c], static_cast<double>(given->second[c]));
    counts[c] -= moved;
    counts[kLedgerVolte] += moved;
  }
  return counts;
}

void HandsetLedger::give(std::size_t hamlet, const std::string& operator_name, const Given& handsets) {
  Given& given = given_[{hamlet, operator_name}];
  for (std::size_t c = 0; c < handsets.size(); ++c)
    given[c] += handsets[c];
}

}  // namespace phusong::sunset

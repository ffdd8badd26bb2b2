#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <vector>

namespace phusong::covering {

/// Chooses among the cuts of a round, offered in order of merit: each once, and few with the same hamlet, as more say
/// the same.
class CutChoice {
 public:
  /// Whether to take a cut with these hamlets, each once, that is made from these rows, ascending.
  bool take(const std::vector<std::size_t>& hamlets, const std::vector<std::size_t>& rows) {
    constexpr std::size_t kMostOfHamlet = 3;
    const auto has_enough = [this](std::size_t hamlet) { return cuts_of_[hamlet] >= kMostOfHamlet; };
    if (std::ranges::any_of(hamlets, has_enough) || !taken_.insert(rows).second) return false;
    for (const std::size_t hamlet : hamlets)
      ++cuts_of_[hamlet];
    return true;
  }

 private:
  std::map<std::size_t, std::size_t> cuts_of_;
  std::set<std::vector<std::size_t>> taken_;
};

}  // namespace phusong::covering

#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <vector>

#include "sim/optimisation/covering/problem/covering_problem.h"

namespace phusong::covering {

/// Cut selection for one round, with cuts offered from the most violated down. It is a parallelism filter: a cut is
/// refused if the same rows made one before, or if one of its demands is in three accepted cuts already, because such
/// cuts are nearly parallel.
class CutSelection {
 public:
  /// Whether to accept a cut over `demands` (each once) that was made from the rows with these numbers (ascending).
  bool accept(const std::vector<DemandIndex>& demands, const std::vector<std::size_t>& rows) {
    constexpr std::size_t kMostOfDemand = 3;
    const auto has_enough = [this](DemandIndex demand) { return cuts_of_[demand] >= kMostOfDemand; };
    if (std::ranges::any_of(demands, has_enough) || !accepted_.insert(rows).second) return false;
    for (const DemandIndex demand : demands)
      ++cuts_of_[demand];
    return true;
  }

 private:
  std::map<DemandIndex, std::size_t> cuts_of_;
  std::set<std::vector<std::size_t>> accepted_;
};

}  // namespace phusong::covering

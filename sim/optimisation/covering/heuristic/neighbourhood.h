#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/optimisation/covering/problem/coverage_count.h"
#include "sim/progress/progress.h"

namespace phusong::covering {

/// The options around some hamlets, free to be chosen anew while all others stay as they are.
struct Neighbourhood {
  std::vector<OptionIndex> options;    ///< free ones, ascending
  std::vector<std::uint32_t> hamlets;  ///< all that a free option serves, ascending
};

/// All options of the hamlets, but for those whose place something else holds. `allowed`: one flag an option.
Neighbourhood neighbourhood_of(const CoverageCount& count, const std::vector<std::uint32_t>& hamlets,
                               const std::vector<bool>& allowed);

/// The neighbourhood as a problem of its own: its hamlets keep what the other options serve, and are to reach together
/// what they do now (but for `spare_value`), the other hamlets' communes being as they are. Option k is options[k].
Problem problem_around(const Problem& problem, const CoverageCount& count, const Neighbourhood& neighbourhood,
                       double spare_value);

/// How much work a better choice is worth.
struct ImproveWork {
  std::int64_t nodes = 60;  ///< of the tree search
  double time_limit_s = 600.0;
};

/// A better choice for the neighbourhood, found by branch and cut; empty if there was none.
std::optional<std::vector<OptionIndex>> improve(const Problem& around, double objective_now, const ImproveWork& work,
                                                const progress::Progress& progress);

}  // namespace phusong::covering

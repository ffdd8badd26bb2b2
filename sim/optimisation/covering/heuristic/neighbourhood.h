#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/optimisation/covering/problem/coverage_count.h"
#include "sim/progress/progress.h"

namespace phusong::covering {

/// A neighbourhood of a selection: its options are free, all others are fixed as they are.
struct Neighbourhood {
  std::vector<OptionIndex> options;  ///< free ones, ascending
  std::vector<DemandIndex> demands;  ///< all that a free option covers, ascending
};

/// Neighbourhood of some demands: their options, without those whose exclusion group a fixed option has taken.
/// `allowed`: one flag per option; an option that is built is free in any case.
Neighbourhood neighbourhood_of(const CoverageCount& count, const std::vector<DemandIndex>& demands,
                               const std::vector<bool>& allowed);

/// The residual problem of a neighbourhood: its demands over its free options, given what the fixed ones cover. The
/// goal is the value that its demands reach now, less `surplus_value`, the capex that they use now, and what the other
/// demands leave of the quotas. Option k is neighbourhood.options[k].
Problem residual_problem(const Problem& problem, const CoverageCount& count, const Neighbourhood& neighbourhood,
                         double surplus_value);

/// Effort of one residual problem.
struct SubMipLimits {
  std::int64_t nodes = 60;  ///< of the tree search
  double time_limit_s = 600.0;
};

/// Options of a residual problem that are better than `objective_now`, by branch and cut; empty if none were found.
std::optional<std::vector<OptionIndex>> reoptimise(const Problem& residual, double objective_now,
                                                   const SubMipLimits& limits, const progress::Progress& progress);

}  // namespace phusong::covering

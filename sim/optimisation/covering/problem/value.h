#pragma once

#include <cstddef>
#include <vector>

#include "sim/optimisation/covering/problem/covering_problem.h"

namespace phusong::covering {

/// Rounding that a sum of weights may carry.
inline constexpr double kWeightTolerance = 1e-9;

/// Slack in a sum of values: shares of a total come with rounding.
double value_tolerance(double least_value);

/// Of all hamlets.
double total_value(const Problem& problem);

/// Whether the value of every hamlet is a whole number, and so every sum of them.
bool has_whole_values(const Problem& problem);

/// Whether a hamlet counts with these options built: one flag an option of the problem.
bool counts(const Demand& hamlet, const std::vector<bool>& built);

/// What a selection reaches.
struct Reached {
  double value = 0.0;
  double cost = 0.0;
  double capex = 0.0;
  std::vector<std::size_t> hamlets_of_commune;
};

/// Straight from the problem's text: no reduction, nothing kept.
Reached reached_by(const Problem& problem, const std::vector<OptionIndex>& built);

/// Whether target or budget, communes and places are kept.
bool keeps_goal(const Problem& problem, const std::vector<OptionIndex>& built);

}  // namespace phusong::covering

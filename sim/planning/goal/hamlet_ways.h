#pragma once

#include <vector>

#include "sim/optimisation/covering/problem/covering_problem.h"
#include "sim/planning/need.h"

namespace phusong::planning {

/// Returns the alternatives by which a hamlet in need counts: covered, and hollow too where plan.hollow_counts, by the
/// white rule. `points` are its sample points, `layers` the candidates that could serve each.
std::vector<covering::Alternative> ways_to_count(
    std::span<const coverage::SamplePoint> points,
    std::span<const std::vector<std::vector<covering::OptionIndex>>> layers, const scenario::Options& options);

}  // namespace phusong::planning

#pragma once

#include <vector>

#include "sim/planning/need.h"
#include "sim/planning/selection/selection_problem.h"

namespace phusong::planning {

/// The ways for a hamlet in need to count: covered, and hollow too where plan.hollow_counts, by the white rule.
/// `points` are its sample points, `layers` what could serve each.
std::vector<SelectionWay> ways_to_count(std::span<const coverage::SamplePoint> points,
                                        std::span<const std::vector<std::vector<OptionIndex>>> layers,
                                        const scenario::Options& options);

}  // namespace phusong::planning

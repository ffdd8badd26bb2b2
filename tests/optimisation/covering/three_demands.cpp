#include "tests/optimisation/covering/three_demands.h"

#include <fmt/format.h>

namespace phusong::tests {

using namespace covering;

DemandPoint point_by(std::vector<OptionIndex> options, double weight) {
  return {.weight = weight, .cover_sets = {std::move(options)}};
}

Demand demand_by(std::vector<OptionIndex> options, double value) {
  return {
      .name = "d", .value = value, .alternatives = {{.points = {point_by(std::move(options))}, .least_weight = 1.0}}};
}

Problem problem_of(const std::vector<double>& costs, std::vector<Demand> demands) {
  Problem problem{.options = {}, .demands = std::move(demands), .goal = {}};
  for (std::size_t i = 0; i < costs.size(); ++i) {
    problem.options.push_back(
        {.name = fmt::format("o{}", i), .cost = costs[i], .capex = costs[i], .exclusion_group = i});
  }
  for (std::size_t d = 0; d < problem.demands.size(); ++d) {
    problem.demands[d].name = fmt::format("d{}", d);
    problem.goal.least_value += problem.demands[d].value;
  }
  return problem;
}

Problem triangle() {
  return problem_of({1.0, 1.0, 1.0}, {demand_by({0, 1}), demand_by({1, 2}), demand_by({0, 2})});
}

Problem row_of_three() {
  return problem_of({2.0, 3.0, 3.0, 2.0}, {demand_by({0, 1}), demand_by({1, 2}), demand_by({2, 3})});
}

}  // namespace phusong::tests

#include "sim/sunset/exact/exact_rows.h"

#include <fmt/format.h>

#include <map>

namespace phusong::sunset {

Variable ExactRows::add_variable(std::string name, double upper, bool integer) {
  model_.variables.push_back({.name = std::move(name), .upper = upper, .integer = integer});
  return model_.variables.size() - 1;
}

void ExactRows::add_row(std::string name, double lower, double upper, const Terms& terms) {
  std::map<Variable, double> sums;
  for (const auto& [variable, factor] : terms)
    sums[variable] += factor;
  model_.rows.push_back({.name = std::move(name), .lower = lower, .upper = upper, .terms = {sums.begin(), sums.end()}});
}

Steps ExactRows::add_steps(const std::string& name, std::size_t index, double most) {
  Steps steps;
  for (int period = 1; period <= periods_; ++period) {
    steps.push_back(add_variable(fmt::format("{}_{}_{}", name, index, period), most, true));
    if (period == 1) continue;
    add_at_least(fmt::format("{}_stays_{}_{}", name, index, period), 0.0,
                 {{by_end_of(period, steps), 1.0}, {by_end_of(period - 1, steps), -1.0}});
  }
  return steps;
}

void add_change(const Steps& steps, int period, double factor, Terms& terms) {
  terms.emplace_back(by_end_of(period, steps), factor);
  if (period > 1) terms.emplace_back(by_end_of(period - 1, steps), -factor);
}

}  // namespace phusong::sunset

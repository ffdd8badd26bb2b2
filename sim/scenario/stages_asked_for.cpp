#include <algorithm>
#include <array>
#include <string_view>

#include "sim/scenario/scenario.h"

namespace phusong::scenario {
namespace {

/// Keys of [plan] that verdicts and totals need too: they stand in scenarios that plan nothing.
constexpr std::array<std::string_view, 5> kSharedWithCoverage = {
    "plan.combine", "plan.hollow_counts", "plan.target.hamlet_share", "plan.target.population_share",
    "plan.target.technologies"};

}  // namespace

bool has_target(const Scenario& scenario) {
  return std::ranges::any_of(scenario.given_keys,
                             [](const std::string& key) { return key.starts_with("plan.target."); });
}

bool asks_for_plan(const Scenario& scenario) {
  return std::ranges::any_of(scenario.given_keys, [](const std::string& key) {
    return key.starts_with("plan.") && std::ranges::find(kSharedWithCoverage, key) == kSharedWithCoverage.end();
  });
}

bool asks_for_sunset(const Scenario& scenario) {
  return std::ranges::any_of(scenario.given_keys, [](const std::string& key) { return key.starts_with("sunset."); });
}

}  // namespace phusong::scenario

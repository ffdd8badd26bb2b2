#include "sim/planning/verify.h"

#include <fmt/format.h>

#include <cmath>

#include "sim/coverage/verdict_rules.h"
#include "sim/planning/backhaul/backhaul_check.h"
#include "sim/planning/tolerances.h"

namespace phusong::planning {
namespace {

/// Collects what does not hold.
class PlanCheck {
 public:
  PlanCheck(const scenario::Scenario& scenario, const StationPlan& plan) : scenario_(scenario), plan_(plan) {}

  /// Every hamlet that counts today or that a step gains counts in the end.
  void hamlets() {
    std::vector<bool> promised(scenario_.network.hamlets.size());
    for (std::size_t i = 0; i < promised.size(); ++i)
      promised[i] = counts(plan_.before, i);
    for (const PlanStep& step : plan_.outcome.steps) {
      for (const std::size_t hamlet : step.hamlets_gained)
        promised[hamlet] = true;
    }
    for (std::size_t i = 0; i < promised.size(); ++i) {
      if (promised[i] && !counts(plan_.after, i))
        say("hamlet {} does not count with the plan built", scenario_.network.hamlets[i].hamlet_id);
    }
  }

  void costs() {
    const Cost lines = total(plan_.outcome.cost_lines);
    Cost steps;
    for (const PlanStep& step : plan_.outcome.steps)
      steps += step.cost;
    compare("the cost lines", lines);
    compare("the steps", steps);
    const auto& budget = scenario_.options.plan.target.budget_million_vnd;
    if (budget && lines.capex_million_vnd > *budget + kCostToleranceMillionVnd)
      say("the plan costs {} million VND of capex and the budget is {}", lines.capex_million_vnd, *budget);
  }

  void backhaul(const gis::Terrain& terrain) {
    std::vector<BackhaulNode> nodes;
    for (const PlannedStation& station : plan_.stations)
      nodes.push_back(station.node);
    for (std::string& text : check_backhaul(scenario_, terrain, nodes, plan_.backhaul))
      said_.push_back(std::move(text));
  }

  std::vector<std::string> result() { return std::move(said_); }

 private:
  const scenario::Scenario& scenario_;
  const StationPlan& plan_;
  std::vector<std::string> said_;

  template <class... Arguments>
  void say(fmt::format_string<Arguments...> text, Arguments&&... arguments) {
    said_.push_back(fmt::format(text, std::forward<Arguments>(arguments)...));
  }

  bool counts(const coverage::CoverageResult& result, std::size_t hamlet) const {
    return coverage::counts(result.verdicts.front()[hamlet].status, scenario_.options.plan.hollow_counts);
  }

  void compare(const char* what, const Cost& cost) {
    if (std::abs(cost.capex_million_vnd - plan_.outcome.cost.capex_million_vnd) > kCostToleranceMillionVnd) {
      say("{} add up to {} million VND of capex, the plan to {}", what, cost.capex_million_vnd,
          plan_.outcome.cost.capex_million_vnd);
    }
    if (std::abs(cost.opex_million_vnd_per_year - plan_.outcome.cost.opex_million_vnd_per_year) >
        kCostToleranceMillionVnd) {
      say("{} add up to {} million VND of opex, the plan to {}", what, cost.opex_million_vnd_per_year,
          plan_.outcome.cost.opex_million_vnd_per_year);
    }
  }
};

}  // namespace

std::vector<std::string> disagreements(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                       const StationPlan& plan) {
  PlanCheck check(scenario, plan);
  check.hamlets();
  check.costs();
  check.backhaul(terrain);
  return check.result();
}

}  // namespace phusong::planning

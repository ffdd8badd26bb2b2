#include "sim/planning/verify.h"

#include <fmt/format.h>

#include <cmath>

#include "sim/coverage/verdict_rules.h"
#include "sim/planning/backhaul/backhaul_check.h"

namespace phusong::planning {
namespace {

/// Million VND; sums are of doubles in another order.
constexpr double kRounding = 1e-6;

/// Collects what does not hold.
class Check {
 public:
  Check(const scenario::Scenario& scenario, const Plan& plan) : scenario_(scenario), plan_(plan) {}

  /// Every hamlet that counts today or that a step gains counts in the end.
  void hamlets() {
    std::vector<bool> promised(plan_.problem.hamlets.size());
    for (std::size_t i = 0; i < promised.size(); ++i)
      promised[i] = counts(plan_.before, i);
    for (const PlanStep& step : plan_.steps) {
      for (const std::size_t hamlet : step.hamlets_gained)
        promised[hamlet] = true;
    }
    for (std::size_t i = 0; i < promised.size(); ++i) {
      if (promised[i] && !counts(plan_.after, i))
        say("hamlet {} does not count with the plan built", scenario_.network.hamlets[i].hamlet_id);
    }
  }

  void costs() {
    Cost lines, steps;
    for (const SiteCostLine& row : plan_.cost_lines)
      add(lines, total({row.line}));
    for (const PlanStep& step : plan_.steps)
      add(steps, step.cost);
    compare("the cost lines", lines);
    compare("the steps", steps);
    const auto& budget = plan_.problem.goal.budget_capex;
    if (budget && lines.capex_million_vnd > *budget + kRounding)
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
  const Plan& plan_;
  std::vector<std::string> said_;

  template <class... Arguments>
  void say(fmt::format_string<Arguments...> text, Arguments&&... arguments) {
    said_.push_back(fmt::format(text, std::forward<Arguments>(arguments)...));
  }

  static void add(Cost& sum, const Cost& part) {
    sum.capex_million_vnd += part.capex_million_vnd;
    sum.opex_million_vnd_per_year += part.opex_million_vnd_per_year;
  }

  bool counts(const coverage::CoverageResult& result, std::size_t hamlet) const {
    return coverage::counts(result.verdicts.front()[hamlet].status, scenario_.options.plan.hollow_counts);
  }

  void compare(const char* what, const Cost& cost) {
    if (std::abs(cost.capex_million_vnd - plan_.cost.capex_million_vnd) > kRounding) {
      say("{} add up to {} million VND of capex, the plan to {}", what, cost.capex_million_vnd,
          plan_.cost.capex_million_vnd);
    }
    if (std::abs(cost.opex_million_vnd_per_year - plan_.cost.opex_million_vnd_per_year) > kRounding) {
      say("{} add up to {} million VND of opex, the plan to {}", what, cost.opex_million_vnd_per_year,
          plan_.cost.opex_million_vnd_per_year);
    }
  }
};

}  // namespace

std::vector<std::string> disagreements(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                       const Plan& plan) {
  Check check(scenario, plan);
  check.hamlets();
  check.costs();
  check.backhaul(terrain);
  return check.result();
}

}  // namespace phusong::planning

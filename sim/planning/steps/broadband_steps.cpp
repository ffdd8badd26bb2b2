#include "sim/planning/steps/plan_steps.h"
#include "sim/planning/steps/years.h"

namespace phusong::planning {
namespace {

/// Finds the link to build next: of those that begin at what has fibre by then, the shortest.
std::size_t next_link(const FibreNetwork& fibre, const std::vector<bool>& built) {
  std::size_t next = built.size();
  for (std::size_t i = 0; i < built.size(); ++i) {
    const std::size_t parent = fibre.parents[i];
    if (built[i] || (parent != FibreTree::kRoot && !built[parent])) continue;
    if (next == built.size() || fibre.links[i].length_km < fibre.links[next].length_km) next = i;
  }
  return next;
}

}  // namespace

std::vector<PlanStep> broadband_steps(const scenario::Scenario& scenario, const FibreNetwork& fibre) {
  const std::vector<network::Hamlet>& hamlets = scenario.network.hamlets;
  std::vector<bool> built(fibre.links.size());
  std::vector<PlanStep> steps;
  while (steps.size() < built.size()) {
    const std::size_t next = next_link(fibre, built);
    built[next] = true;
    const BackhaulLink& link = fibre.links[next];
    const std::size_t hamlet = fibre.hamlets_connected[next];
    const auto counted = static_cast<double>(fibre.hamlets_before + steps.size() + 1);
    steps.push_back({.action = StepAction::kFibre,
                     .site_id = link.from,
                     .lon_lat = link.from_lon_lat,
                     .technologies = {},
                     .backhaul = step_backhaul(link),
                     .cost = total(link.cost_lines),
                     .hamlets_gained = {hamlet},
                     .people_gained = hamlets[hamlet].population,
                     .cumulative_hamlet_share = counted / static_cast<double>(hamlets.size())});
  }
  set_years(scenario.options.plan.budget_per_year, steps);
  return steps;
}

}  // namespace phusong::planning

#include "sim/planning/plan_steps.h"

#include <algorithm>
#include <map>

#include "sim/planning/steps/build_order.h"

namespace phusong::planning {
namespace {

void add(Cost& sum, const Cost& part) {
  sum.capex_million_vnd += part.capex_million_vnd;
  sum.opex_million_vnd_per_year += part.opex_million_vnd_per_year;
}

/// Turns the order of stations into steps with their backhaul.
class Steps {
 public:
  Steps(const scenario::Scenario& scenario, const Plan& plan) : scenario_(scenario), plan_(plan) {
    for (std::size_t i = 0; i < plan.stations.size(); ++i)
      station_of_.emplace(plan.stations[i].node.id, i);
    for (std::size_t i = 0; i < plan.backhaul.relays.size(); ++i)
      relay_of_.emplace(plan.backhaul.relays[i].node.id, i);
    for (std::size_t i = 0; i < plan.backhaul.links.size(); ++i)
      links_from_[plan.backhaul.links[i].from].push_back(i);
    has_relay_.resize(plan.backhaul.relays.size());
    hamlets_counted_ = static_cast<std::size_t>(std::ranges::count_if(
        plan.problem.hamlets, [](const covering::Demand& hamlet) { return hamlet.counts_already; }));
  }

  std::vector<PlanStep> all() {
    const std::vector<std::vector<std::size_t>> needs = stations_needed();
    for (const OrderedStation& ordered : build_order({.problem = plan_.problem,
                                         .built = plan_.selection.built,
                                         .needs = needs,
                                         .order_by = scenario_.options.plan.order_by})) {
      add_relays(ordered.station);
      add_station(ordered);
    }
    return std::move(steps_);
  }

 private:
  const scenario::Scenario& scenario_;
  const Plan& plan_;
  std::map<std::string, std::size_t> station_of_, relay_of_;
  std::map<std::string, std::vector<std::size_t>> links_from_;
  std::vector<bool> has_relay_;
  std::size_t hamlets_counted_ = 0;
  std::vector<PlanStep> steps_;

  const BackhaulChain& chain(std::size_t station) const { return plan_.backhaul.chain_of_station[station]; }

  /// For each station the others that its chain passes through.
  std::vector<std::vector<std::size_t>> stations_needed() const {
    std::vector<std::vector<std::size_t>> needs(plan_.stations.size());
    for (std::size_t i = 0; i < needs.size(); ++i) {
      for (const BackhaulLink& link : chain(i).links) {
        for (const std::string& end : {link.from, link.to}) {
          const auto found = station_of_.find(end);
          if (found != station_of_.end() && found->second != i) needs[i].push_back(found->second);
        }
      }
    }
    return needs;
  }

  /// The relays of a station's chain that do not stand yet, those nearest to the fibre first.
  void add_relays(std::size_t station) {
    const std::vector<BackhaulLink>& links = chain(station).links;
    for (auto link = links.rbegin(); link != links.rend(); ++link) {
      const auto relay = relay_of_.find(link->from);
      if (relay == relay_of_.end() || has_relay_[relay->second]) continue;
      has_relay_[relay->second] = true;
      PlanStep step;
      step.relay = relay->second;
      step.cost = total(plan_.backhaul.relays[relay->second].cost_lines);
      add_links(link->from, step);
      push(std::move(step));
    }
  }

  void add_station(const OrderedStation& ordered) {
    const PlannedStation& station = plan_.stations[ordered.station];
    PlanStep step;
    step.station = ordered.station;
    step.cost = total(plan_.costs[station.candidate].station.cost_lines);
    step.hamlets_gained = ordered.hamlets_gained;
    hamlets_counted_ += ordered.hamlets_gained.size();
    add_links(station.node.id, step);
    push(std::move(step));
  }

  void add_links(const std::string& from, PlanStep& step) const {
    const auto found = links_from_.find(from);
    if (found == links_from_.end()) return;
    step.links = found->second;
    for (const std::size_t link : found->second)
      add(step.cost, total(plan_.backhaul.links[link].cost_lines));
  }

  void push(PlanStep step) {
    step.cumulative_hamlet_share =
        static_cast<double>(hamlets_counted_) / static_cast<double>(plan_.problem.hamlets.size());
    steps_.push_back(std::move(step));
  }
};

/// Links to hamlets, the cheapest first that begins at what has fibre by then.
std::vector<PlanStep> broadband_steps(const scenario::Scenario& scenario, const Plan& plan) {
  const BroadbandPlan& broadband = *plan.broadband;
  std::vector<bool> built(broadband.links.size());
  std::vector<PlanStep> steps;
  while (steps.size() < built.size()) {
    std::size_t next = built.size();
    for (std::size_t i = 0; i < built.size(); ++i) {
      const std::size_t parent = broadband.parents[i];
      if (built[i] || (parent != FibreTree::kRoot && !built[parent])) continue;
      if (next == built.size() || broadband.links[i].length_km < broadband.links[next].length_km) next = i;
    }
    built[next] = true;
    const auto counted = static_cast<double>(broadband.hamlets_before + steps.size() + 1);
    steps.push_back({.station = {},
                     .relay = {},
                     .links = {next},
                     .cost = total(broadband.links[next].cost_lines),
                     .hamlets_gained = {broadband.hamlets_connected[next]},
                     .cumulative_hamlet_share = counted / static_cast<double>(scenario.network.hamlets.size())});
  }
  return steps;
}

void set_years(std::optional<double> budget_per_year, std::vector<PlanStep>& steps) {
  std::vector<double> capex;
  for (const PlanStep& step : steps)
    capex.push_back(step.cost.capex_million_vnd);
  const std::vector<int> years = years_of(capex, budget_per_year);
  for (std::size_t i = 0; i < steps.size(); ++i)
    steps[i].year = years[i];
}

}  // namespace

std::vector<PlanStep> plan_steps(const scenario::Scenario& scenario, const Plan& plan) {
  std::vector<PlanStep> steps = plan.broadband ? broadband_steps(scenario, plan) : Steps(scenario, plan).all();
  set_years(scenario.options.plan.budget_per_year, steps);
  return steps;
}

}  // namespace phusong::planning

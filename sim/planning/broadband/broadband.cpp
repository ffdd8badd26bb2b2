#include "sim/planning/broadband/broadband.h"

#include <algorithm>
#include <cmath>

#include "sim/planning/backhaul/backhaul_costs.h"
#include "sim/planning/backhaul/existing_backhaul.h"
#include "sim/planning/backhaul/new_links.h"
#include "sim/planning/broadband/broadband_bound.h"
#include "sim/planning/broadband/fibre_growth.h"

namespace phusong::planning {
namespace {

/// So near to the bound no better tree is looked for.
constexpr double kContentGap = 1e-4;

BackhaulNode node_of(const network::Hamlet& hamlet) {
  return {.id = hamlet.hamlet_id, .position = hamlet.position, .lon_lat = hamlet.lon_lat};
}

/// Everything that has fibre: the fibre nodes, and hamlets with broadband also where a table stands for them.
std::vector<BackhaulNode> places_with_fibre(const scenario::Scenario& scenario) {
  std::vector<BackhaulNode> places = existing_backhaul(scenario).fibre_nodes;
  if (!scenario.plan_tables.fibre_nodes) return places;
  for (const network::Hamlet& hamlet : scenario.network.hamlets) {
    if (hamlet.fixed_broadband) places.push_back(node_of(hamlet));
  }
  return places;
}

const BackhaulNode& nearest(const std::vector<BackhaulNode>& places, gis::MapPoint to) {
  return *std::ranges::min_element(places, {},
                                   [to](const BackhaulNode& place) { return distance_m(place.position, to); });
}

std::size_t hamlets_to_reach(const scenario::Scenario& scenario) {
  const double share = scenario.options.plan.target.fixed_broadband_share.value_or(0.0);
  return static_cast<std::size_t>(std::ceil(share * static_cast<double>(scenario.network.hamlets.size()) - 1e-9));
}

/// Puts the parts together: what is asked, what is found, what it costs.
class BroadbandPlanner {
 public:
  explicit BroadbandPlanner(const scenario::Scenario& scenario)
      : scenario_(scenario),
        fibre_per_km_(scenario.plan_tables.cost_of("fibre_per_km")),
        places_(places_with_fibre(scenario)) {
    const auto& hamlets = scenario.network.hamlets;
    for (std::size_t i = 0; i < hamlets.size(); ++i) {
      if (!hamlets[i].fixed_broadband) without_.push_back(i);
    }
    plan_.hamlets_before = plan_.hamlets_after = hamlets.size() - without_.size();
  }

  BroadbandPlan plan(progress::Progress& progress) {
    const std::size_t target = hamlets_to_reach(scenario_);
    if (target > plan_.hamlets_before && places_.empty()) {
      plan_.reached = false;
    } else if (target > plan_.hamlets_before) {
      plan_.problem = problem(target - plan_.hamlets_before);
      connect(plan_.problem, progress);
    }
    list_hamlets_without();
    return std::move(plan_);
  }

 private:
  BroadbandProblem problem(std::size_t needed) const {
    BroadbandProblem result;
    result.needed = needed;
    for (const std::size_t index : without_) {
      const gis::MapPoint position = scenario_.network.hamlets[index].position;
      result.hamlets.push_back(position);
      result.to_root_km.push_back(distance_m(position, nearest(places_, position).position) / 1000.0);
    }
    return result;
  }

  void connect(const BroadbandProblem& problem, progress::Progress& progress) {
    progress.begin("broadband", 2);
    FibreGrowth growth(problem);
    const double least_km = least_length_km(problem, growth.first_tree().length_km);
    progress.advance(1);
    const FibreTree tree = growth.best_tree((1.0 + kContentGap) * least_km, progress);
    add_links(tree);
    const double years = scenario_.options.plan.opex_years;
    plan_.cost_per_km = total({cost_line(fibre_per_km_, scenario_.options.backhaul.fibre_route_factor)});
    plan_.objective = plan_.cost.objective_million_vnd(years);
    plan_.bound = std::min(plan_.objective,
                           least_length_km(problem, tree.length_km) * plan_.cost_per_km.objective_million_vnd(years));
    plan_.gap = (plan_.objective - plan_.bound) / std::max(plan_.objective, 1e-9);
    constexpr double kExact = 1e-7;
    if (plan_.gap > kExact) plan_.stopped_by = plan_.gap <= scenario_.options.plan.gap ? "gap" : "work";
    progress.advance(1);
  }

  void add_links(const FibreTree& tree) {
    const auto& hamlets = scenario_.network.hamlets;
    std::vector<CostLine> lines;
    for (std::size_t i = 0; i < tree.hamlets.size(); ++i) {
      const std::size_t index = without_[tree.hamlets[i]];
      const BackhaulNode from = node_of(hamlets[index]);
      const BackhaulNode to = tree.parents[i] == FibreTree::kRoot
                                  ? nearest(places_, from.position)
                                  : node_of(hamlets[without_[tree.hamlets[tree.parents[i]]]]);
      const double route_km = fibre_route_km(from, to, scenario_.options.backhaul.fibre_route_factor);
      plan_.links.push_back(fibre_link(from, to, route_km, fibre_per_km_));
      lines.push_back(plan_.links.back().cost_lines.front());
      plan_.hamlets_connected.push_back(index);
    }
    plan_.parents = tree.parents;
    plan_.hamlets_after += plan_.links.size();
    plan_.cost = total(lines);
  }

  void list_hamlets_without() {
    std::vector<std::size_t> connected = plan_.hamlets_connected;
    std::ranges::sort(connected);
    std::ranges::set_difference(without_, connected, std::back_inserter(plan_.hamlets_without));
  }

  const scenario::Scenario& scenario_;
  const scenario::CostItem& fibre_per_km_;
  std::vector<BackhaulNode> places_;
  std::vector<std::size_t> without_;
  BroadbandPlan plan_;
};

}  // namespace

BroadbandPlan plan_broadband(const scenario::Scenario& scenario, progress::Progress& progress) {
  return BroadbandPlanner(scenario).plan(progress);
}

}  // namespace phusong::planning

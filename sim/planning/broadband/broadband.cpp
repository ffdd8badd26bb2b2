#include "sim/planning/broadband/broadband.h"

#include <algorithm>

#include "sim/coverage/verdict_rules.h"
#include "sim/planning/backhaul/existing_backhaul.h"
#include "sim/planning/backhaul/new_links.h"
#include "sim/planning/broadband/broadband_bound.h"
#include "sim/planning/broadband/fibre_growth.h"
#include "sim/planning/relative_gap.h"

namespace phusong::planning {
namespace {

/// The search ends at a tree whose gap is this small.
constexpr double kContentGap = 1e-4;
/// A gap below this is a matter of rounding.
constexpr double kExactGap = 1e-7;

BackhaulNode hamlet_node(const network::Hamlet& hamlet) {
  return {.id = hamlet.hamlet_id, .position = hamlet.position, .lon_lat = hamlet.lon_lat};
}

/// Lists the nodes with fibre: the fibre nodes, and hamlets with broadband also where a table stands for them.
std::vector<BackhaulNode> nodes_with_fibre(const scenario::Scenario& scenario) {
  std::vector<BackhaulNode> sources = existing_backhaul(scenario).fibre_nodes;
  if (!scenario.plan_tables.fibre_nodes) return sources;
  for (const network::Hamlet& hamlet : scenario.network.hamlets) {
    if (hamlet.fixed_broadband) sources.push_back(hamlet_node(hamlet));
  }
  return sources;
}

std::vector<std::size_t> hamlets_without_broadband(const network::Network& network) {
  std::vector<std::size_t> without;
  for (std::size_t i = 0; i < network.hamlets.size(); ++i) {
    if (!network.hamlets[i].fixed_broadband) without.push_back(i);
  }
  return without;
}

/// The values that a tree is planned from.
struct BroadbandInputs {
  const scenario::Scenario& scenario;
  std::vector<BackhaulNode> sources;  ///< nodes with fibre
  std::vector<std::size_t> without;   ///< hamlets without broadband
  std::size_t missing = 0;            ///< hamlets to connect for the target

  const network::Hamlet& hamlet(std::size_t node) const { return scenario.network.hamlets[without[node]]; }
  const BackhaulNode& nearest_source(gis::MapPoint to) const {
    return *std::ranges::min_element(sources, {},
                                     [to](const BackhaulNode& source) { return distance_m(source.position, to); });
  }
};

BroadbandInputs broadband_inputs(const scenario::Scenario& scenario) {
  BroadbandInputs inputs{.scenario = scenario,
                         .sources = nodes_with_fibre(scenario),
                         .without = hamlets_without_broadband(scenario.network)};
  const std::size_t all = scenario.network.hamlets.size(), today = all - inputs.without.size();
  const auto target = static_cast<std::size_t>(coverage::needed_for_share(
      scenario.options.plan.target.fixed_broadband_share.value_or(0.0), static_cast<std::int64_t>(all)));
  inputs.missing = target > today ? target - today : 0;
  return inputs;
}

BroadbandProblem problem_of(const BroadbandInputs& inputs) {
  BroadbandProblem problem;
  if (inputs.missing == 0 || inputs.sources.empty()) return problem;
  problem.needed = inputs.missing;
  for (std::size_t node = 0; node < inputs.without.size(); ++node) {
    const gis::MapPoint position = inputs.hamlet(node).position;
    problem.hamlets.push_back(position);
    problem.to_root_km.push_back(distance_m(position, inputs.nearest_source(position).position) / 1000.0);
  }
  return problem;
}

void add_links(const BroadbandInputs& inputs, const FibreTree& tree, FibreNetwork& fibre) {
  const scenario::CostItem& fibre_per_km = inputs.scenario.plan_tables.cost_of("fibre_per_km");
  std::vector<CostLine> lines;
  for (std::size_t i = 0; i < tree.hamlets.size(); ++i) {
    const BackhaulNode from = hamlet_node(inputs.hamlet(tree.hamlets[i]));
    const BackhaulNode to = tree.parents[i] == FibreTree::kRoot
                                ? inputs.nearest_source(from.position)
                                : hamlet_node(inputs.hamlet(tree.hamlets[tree.parents[i]]));
    const double route_km = fibre_length_km(from, to, inputs.scenario.options.backhaul.fibre_route_factor);
    fibre.links.push_back(fibre_link(from, to, route_km, fibre_per_km));
    lines.push_back(fibre.links.back().cost_lines.front());
    fibre.hamlets_connected.push_back(inputs.without[tree.hamlets[i]]);
  }
  fibre.parents = tree.parents;
  fibre.hamlets_after += fibre.links.size();
  fibre.cost = total(lines);
}

void add_bound(const scenario::Scenario& scenario, double least_km, FibreNetwork& fibre) {
  const scenario::PlanOptions& plan = scenario.options.plan;
  fibre.objective = fibre.cost.objective_million_vnd(plan.opex_years);
  fibre.bound =
      std::min(fibre.objective, least_km * fibre_cost_per_km(scenario).objective_million_vnd(plan.opex_years));
  fibre.gap = relative_gap(fibre.objective, fibre.bound);
  if (fibre.gap > kExactGap)
    fibre.stopped_by = fibre.gap <= plan.gap ? progress::StopReason::kGap : progress::StopReason::kWork;
}

void connect_hamlets(const BroadbandInputs& inputs, FibreNetwork& fibre, progress::Progress& progress) {
  progress.begin("broadband", 2);
  const BroadbandProblem problem = problem_of(inputs);
  FibreGrowth growth(problem);
  const double least_km = least_length_km(problem, growth.first_tree().length_km);
  progress.advance(1);
  const FibreTree tree = growth.best_tree((1.0 + kContentGap) * least_km, progress);
  add_links(inputs, tree, fibre);
  add_bound(inputs.scenario, least_length_km(problem, tree.length_km), fibre);
  progress.advance(1);
}

}  // namespace

double FibreNetwork::length_km() const {
  double sum_km = 0.0;
  for (const BackhaulLink& link : links)
    sum_km += link.length_km;
  return sum_km;
}

Cost fibre_cost_per_km(const scenario::Scenario& scenario) {
  return total({cost_line(scenario.plan_tables.cost_of("fibre_per_km"), scenario.options.backhaul.fibre_route_factor)});
}

BroadbandProblem broadband_problem(const scenario::Scenario& scenario) {
  return problem_of(broadband_inputs(scenario));
}

FibreNetwork plan_broadband(const scenario::Scenario& scenario, progress::Progress& progress) {
  const BroadbandInputs inputs = broadband_inputs(scenario);
  FibreNetwork fibre;
  fibre.hamlets_before = fibre.hamlets_after = scenario.network.hamlets.size() - inputs.without.size();
  fibre.reached = inputs.missing == 0 || !inputs.sources.empty();
  if (inputs.missing > 0 && fibre.reached) connect_hamlets(inputs, fibre, progress);
  std::vector<std::size_t> connected = fibre.hamlets_connected;
  std::ranges::sort(connected);
  std::ranges::set_difference(inputs.without, connected, std::back_inserter(fibre.hamlets_without));
  return fibre;
}

}  // namespace phusong::planning

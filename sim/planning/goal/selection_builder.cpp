#include "sim/planning/goal/selection_builder.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "sim/coverage/verdict_rules.h"
#include "sim/planning/goal/hamlet_ways.h"

namespace phusong::planning {
namespace {

using network::Technology;
using PointLayers = std::vector<std::vector<covering::OptionIndex>>;

/// Adds to each point the candidates that cover it with any of `technologies`, as one more layer.
void add_layer(const SelectionInputs& inputs, const std::vector<Technology>& technologies,
               std::vector<PointLayers>& layers) {
  for (PointLayers& of_point : layers)
    of_point.emplace_back();
  const std::vector<Candidate>& candidates = inputs.set.candidates;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const auto option = static_cast<covering::OptionIndex>(i);
    for (const Technology technology : technologies) {
      for (const std::size_t point : inputs.matrix.points_of(candidates[i], technology)) {
        std::vector<covering::OptionIndex>& layer = layers[point].back();
        if (layer.empty() || layer.back() != option) layer.push_back(option);
      }
    }
  }
}

/// Lists the layers of each point in need; none where it is served today.
std::vector<PointLayers> layers_of_points(const SelectionInputs& inputs) {
  const scenario::PlanOptions& plan = inputs.scenario.options.plan;
  const Need& need = inputs.need;
  std::vector<PointLayers> layers(need.points.size());
  if (plan.combine == scenario::Combine::kAny) {
    add_layer(inputs, plan.target.technologies, layers);
    for (std::size_t i = 0; i < layers.size(); ++i)
      if (is_served(need.service[i], plan)) layers[i].clear();
    return layers;
  }
  for (const Technology technology : plan.target.technologies) {
    add_layer(inputs, {technology}, layers);
    for (std::size_t i = 0; i < layers.size(); ++i)
      if (need.service[i][technology]) layers[i].pop_back();
  }
  return layers;
}

std::vector<covering::Option> options_of(const SelectionInputs& inputs) {
  std::vector<covering::Option> options;
  for (std::size_t i = 0; i < inputs.set.candidates.size(); ++i) {
    const Candidate& candidate = inputs.set.candidates[i];
    const Cost& cost = inputs.costs[i];
    options.push_back({.name = candidate.candidate_id,
                       .cost = cost.objective_million_vnd(inputs.scenario.options.plan.opex_years),
                       .capex = cost.capex_million_vnd,
                       .exclusion_group = inputs.set.site_of(candidate).exclusion_group});
  }
  return options;
}

std::vector<covering::Demand> hamlets_of(const SelectionInputs& inputs) {
  const network::Network& network = inputs.scenario.network;
  const scenario::PlanOptions& plan = inputs.scenario.options.plan;
  const std::vector<std::size_t> communes = commune_of_hamlets(network);
  std::vector<covering::Demand> hamlets;
  for (std::size_t i = 0; i < network.hamlets.size(); ++i) {
    const network::Hamlet& hamlet = network.hamlets[i];
    hamlets.push_back({.name = hamlet.hamlet_id,
                       .value = plan.target.population_share ? static_cast<double>(hamlet.population) : 1.0,
                       .quota_group = communes[i],
                       .counts_already = coverage::counts(inputs.today.verdicts.front()[i].status, plan.hollow_counts),
                       .alternatives = {}});
  }
  const std::vector<PointLayers> layers = layers_of_points(inputs);
  for (const HamletNeed& need : inputs.need.hamlets) {
    hamlets[need.hamlet].alternatives =
        ways_to_count(std::span(inputs.need.points).subspan(need.first_point, need.point_count),
                      std::span(layers).subspan(need.first_point, need.point_count), inputs.scenario.options);
  }
  return hamlets;
}

covering::Goal goal_of(const scenario::PlanOptions& plan, const std::vector<covering::Demand>& hamlets) {
  covering::Goal goal;
  double all = 0.0;
  std::vector<std::int64_t> hamlets_of_commune;
  for (const covering::Demand& hamlet : hamlets) {
    all += hamlet.value;
    if (hamlet.quota_group >= hamlets_of_commune.size()) hamlets_of_commune.resize(hamlet.quota_group + 1);
    ++hamlets_of_commune[hamlet.quota_group];
  }
  const std::optional<double> share =
      plan.target.population_share ? plan.target.population_share : plan.target.hamlet_share;
  goal.budget_capex = plan.target.budget_million_vnd;
  if (share && !goal.budget_capex)
    goal.least_value = static_cast<double>(coverage::needed_for_share(*share, static_cast<std::int64_t>(all)));
  for (const std::int64_t count : hamlets_of_commune) {
    goal.quotas.push_back(static_cast<std::size_t>(coverage::needed_for_share(plan.per_commune_min_share, count)));
  }
  return goal;
}

}  // namespace

std::vector<std::size_t> commune_of_hamlets(const network::Network& network) {
  const auto key = [](const network::Hamlet& hamlet) {
    return std::tie(hamlet.province, hamlet.district, hamlet.commune);
  };
  std::map<std::tuple<std::string, std::string, std::string>, std::size_t> index_of;
  for (const network::Hamlet& hamlet : network.hamlets)
    index_of.emplace(key(hamlet), 0);
  std::size_t next = 0;
  for (auto& [name, index] : index_of)
    index = next++;
  std::vector<std::size_t> communes;
  for (const network::Hamlet& hamlet : network.hamlets)
    communes.push_back(index_of.at(key(hamlet)));
  return communes;
}

covering::Problem selection_problem(const SelectionInputs& inputs) {
  covering::Problem problem{.options = options_of(inputs), .demands = hamlets_of(inputs), .goal = {}};
  problem.goal = goal_of(inputs.scenario.options.plan, problem.demands);
  return problem;
}

}  // namespace phusong::planning

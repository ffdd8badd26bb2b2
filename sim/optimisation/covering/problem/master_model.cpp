#include "sim/optimisation/covering/problem/master_model.h"

#include <fmt/format.h>

#include <map>
#include <utility>
#include <vector>

#include "sim/optimisation/covering/problem/value.h"

namespace phusong::covering {

namespace {

using milp::Model;
using Terms = std::vector<std::pair<std::size_t, double>>;

void add_variables(const Problem& problem, Model& model) {
  const bool maximises = problem.goal.budget_capex.has_value();
  for (const Option& option : problem.options) {
    model.variables.push_back(
        {.name = "build_" + option.name, .upper = 1.0, .cost = maximises ? 0.0 : option.cost, .integer = true});
  }
  for (const Demand& demand : problem.demands) {
    model.variables.push_back({.name = "counts_" + demand.name,
                               .lower = demand.counts_already ? 1.0 : 0.0,
                               .upper = 1.0,
                               .cost = maximises ? demand.value : 0.0,
                               .integer = true});
  }
}

/// Σ_{i in group} x_i ≤ 1  (Eq. 2)
void add_exclusion_groups(const Problem& problem, Model& model) {
  std::map<std::size_t, Terms> groups;
  for (std::size_t i = 0; i < problem.options.size(); ++i)
    groups[problem.options[i].exclusion_group].emplace_back(i, 1.0);
  for (auto& [group, terms] : groups) {
    if (terms.size() > 1)
      model.rows.push_back({.name = fmt::format("place_{}", group), .upper = 1.0, .terms = std::move(terms)});
  }
}

/// Σ capex_i x_i ≤ budget  (Eq. 4)
void add_budget(const Problem& problem, Model& model) {
  milp::Row row{.name = "budget", .upper = *problem.goal.budget_capex};
  for (std::size_t i = 0; i < problem.options.size(); ++i)
    if (problem.options[i].capex != 0.0) row.terms.emplace_back(i, problem.options[i].capex);
  model.rows.push_back(std::move(row));
}

/// Σ value_d z_d ≥ target  (Eq. 3)
void add_target(const Problem& problem, Model& model) {
  milp::Row row{.name = "target", .lower = problem.goal.least_value - value_tolerance(problem.goal.least_value)};
  for (std::size_t d = 0; d < problem.demands.size(); ++d)
    row.terms.emplace_back(variable_of_demand(problem, d), problem.demands[d].value);
  model.rows.push_back(std::move(row));
}

/// Σ_{d in group} multiplicity_d z_d ≥ quota  (Eq. 5)
void add_quotas(const Problem& problem, Model& model) {
  const auto& quotas = problem.goal.quotas;
  std::vector<Terms> terms(quotas.size());
  for (std::size_t d = 0; d < problem.demands.size(); ++d) {
    const Demand& demand = problem.demands[d];
    if (demand.quota_group < quotas.size())
      terms[demand.quota_group].emplace_back(variable_of_demand(problem, d), static_cast<double>(demand.multiplicity));
  }
  for (std::size_t g = 0; g < quotas.size(); ++g) {
    if (quotas[g] == 0) continue;
    model.rows.push_back({.name = fmt::format("commune_{}", g + 1),
                          .lower = static_cast<double>(quotas[g]),
                          .terms = std::move(terms[g])});
  }
}

}  // namespace

MasterModel master_model(const Problem& problem) {
  MasterModel master;
  Model& model = master.model;
  if (problem.goal.budget_capex) model.sense = milp::Sense::kMaximise;
  add_variables(problem, model);
  add_exclusion_groups(problem, model);
  master.goal_row = model.rows.size();
  if (problem.goal.budget_capex) {
    add_budget(problem, model);
  } else {
    add_target(problem, model);
  }
  add_quotas(problem, model);
  return master;
}

MasterModel minimised(MasterModel master) {
  milp::Model& model = master.model;
  if (model.sense == milp::Sense::kMinimise) return master;
  model.sense = milp::Sense::kMinimise;
  model.constant = -model.constant;
  for (milp::Variable& variable : model.variables)
    variable.cost = -variable.cost;
  return master;
}

}  // namespace phusong::covering

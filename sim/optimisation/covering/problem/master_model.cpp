#include "sim/optimisation/covering/problem/master_model.h"

#include <fmt/format.h>

#include <map>

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
  for (const Demand& hamlet : problem.hamlets) {
    model.variables.push_back({.name = "counts_" + hamlet.name,
                               .lower = hamlet.counts_already ? 1.0 : 0.0,
                               .upper = 1.0,
                               .cost = maximises ? hamlet.value : 0.0,
                               .integer = true});
  }
}

void add_places(const Problem& problem, Model& model) {
  std::map<std::size_t, Terms> places;
  for (std::size_t i = 0; i < problem.options.size(); ++i)
    places[problem.options[i].place].emplace_back(i, 1.0);
  for (auto& [place, terms] : places) {
    if (terms.size() > 1)
      model.rows.push_back({.name = fmt::format("place_{}", place), .upper = 1.0, .terms = std::move(terms)});
  }
}

void add_budget(const Problem& problem, Model& model) {
  milp::Row row{.name = "budget", .upper = *problem.goal.budget_capex};
  for (std::size_t i = 0; i < problem.options.size(); ++i)
    if (problem.options[i].capex != 0.0) row.terms.emplace_back(i, problem.options[i].capex);
  model.rows.push_back(std::move(row));
}

void add_target(const Problem& problem, Model& model) {
  milp::Row row{.name = "target", .lower = problem.goal.least_value - value_tolerance(problem.goal.least_value)};
  for (std::size_t h = 0; h < problem.hamlets.size(); ++h)
    row.terms.emplace_back(variable_of_hamlet(problem, h), problem.hamlets[h].value);
  model.rows.push_back(std::move(row));
}

void add_communes(const Problem& problem, Model& model) {
  const auto& least = problem.goal.least_hamlets_of_commune;
  std::vector<Terms> terms(least.size());
  for (std::size_t h = 0; h < problem.hamlets.size(); ++h) {
    const Demand& hamlet = problem.hamlets[h];
    if (hamlet.commune < least.size())
      terms[hamlet.commune].emplace_back(variable_of_hamlet(problem, h), static_cast<double>(hamlet.hamlets));
  }
  for (std::size_t c = 0; c < least.size(); ++c) {
    if (least[c] == 0) continue;
    model.rows.push_back({.name = fmt::format("commune_{}", c + 1),
                          .lower = static_cast<double>(least[c]),
                          .terms = std::move(terms[c])});
  }
}

}  // namespace

Model master_model(const Problem& problem) {
  Model model;
  if (problem.goal.budget_capex) model.sense = milp::Sense::kMaximise;
  add_variables(problem, model);
  add_places(problem, model);
  if (problem.goal.budget_capex) {
    add_budget(problem, model);
  } else {
    add_target(problem, model);
  }
  add_communes(problem, model);
  return model;
}

}  // namespace phusong::covering

#include "sim/optimisation/covering/cuts/cut.h"

#include "sim/optimisation/covering/problem/master_model.h"

namespace phusong::covering {

std::vector<milp::Row> rows_of(const Problem& problem, const std::vector<Cut>& cuts) {
  std::vector<milp::Row> rows;
  for (const Cut& cut : cuts) {
    milp::Row& row = rows.emplace_back(milp::Row{.lower = cut.rhs});
    for (const auto& [option, coefficient] : cut.options)
      row.terms.emplace_back(option, coefficient);
    for (const auto& [demand, coefficient] : cut.demands)
      row.terms.emplace_back(variable_of_demand(problem, demand), coefficient);
  }
  return rows;
}

double left_side(const Problem& problem, const Cut& cut, const std::vector<double>& values) {
  double sum = 0.0;
  for (const auto& [option, coefficient] : cut.options)
    sum += coefficient * values[option];
  for (const auto& [demand, coefficient] : cut.demands)
    sum += coefficient * values[variable_of_demand(problem, demand)];
  return sum;
}

void subtract_dual(const Problem& problem, const Cut& cut, double dual, std::vector<double>& costs) {
  for (const auto& [option, coefficient] : cut.options)
    costs[option] -= dual * coefficient;
  for (const auto& [demand, coefficient] : cut.demands)
    costs[variable_of_demand(problem, demand)] -= dual * coefficient;
}

}  // namespace phusong::covering

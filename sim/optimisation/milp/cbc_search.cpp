#include "sim/optimisation/milp/cbc_search.h"

#include <cmath>

#include "sim/optimisation/milp/coin_problem.h"

namespace phusong::milp {

OsiClpSolverInterface clp_interface(const Model& model) {
  const CoinProblem problem = coin_problem(model);
  OsiClpSolverInterface solver;
  solver.messageHandler()->setLogLevel(0);
  solver.loadProblem(problem.matrix, problem.lower.data(), problem.upper.data(), problem.cost.data(),
                     problem.row_lower.data(), problem.row_upper.data());
  for (std::size_t i = 0; i < model.variables.size(); ++i)
    if (model.variables[i].integer) solver.setInteger(static_cast<int>(i));
  return solver;
}

std::vector<double> whole_values(const Model& model, const double* raw) {
  std::vector<double> values(raw, raw + model.variables.size());
  for (std::size_t i = 0; i < values.size(); ++i)
    if (model.variables[i].integer) values[i] = std::round(values[i]);
  return values;
}

}  // namespace phusong::milp

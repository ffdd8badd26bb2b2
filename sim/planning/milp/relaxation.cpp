#include <algorithm>
#include <coin/ClpSimplex.hpp>
#include <coin/ClpSolve.hpp>

#include "sim/planning/milp/coin_problem.h"
#include "sim/planning/milp/solve.h"

namespace phusong::planning::milp {
namespace {

std::vector<double> signed_copy(const double* values, int count, double sign) {
  std::vector<double> copy(values, values + count);
  for (double& value : copy)
    value *= sign;
  return copy;
}

}  // namespace

Relaxation solve_relaxation(const Model& model) {
  const double sign = coin_sign(model);
  const CoinProblem problem = coin_problem(model);
  ClpSimplex simplex;
  simplex.setLogLevel(0);
  simplex.loadProblem(problem.matrix, problem.lower.data(), problem.upper.data(), problem.cost.data(),
                      problem.row_lower.data(), problem.row_upper.data());
  ClpSolve options;
  options.setPresolveType(ClpSolve::presolveOn);
  options.setSolveType(ClpSolve::useDual);
  simplex.initialSolve(options);
  Relaxation relaxation{.feasible = simplex.isProvenOptimal()};
  if (!relaxation.feasible) return relaxation;
  relaxation.objective = sign * simplex.objectiveValue() + model.constant;
  relaxation.values = signed_copy(simplex.primalColumnSolution(), simplex.numberColumns(), 1.0);
  relaxation.row_duals = signed_copy(simplex.dualRowSolution(), simplex.numberRows(), sign);
  relaxation.reduced_costs = signed_copy(simplex.dualColumnSolution(), simplex.numberColumns(), sign);
  return relaxation;
}

}  // namespace phusong::planning::milp

#include <coin/ClpSimplex.hpp>
#include <coin/ClpSolve.hpp>

#include "sim/optimisation/milp/clp_relaxation.h"
#include "sim/optimisation/milp/coin_problem.h"
#include "sim/optimisation/milp/solve.h"

namespace phusong::milp {

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
  return relaxation_of(simplex, sign, model.constant);
}

}  // namespace phusong::milp

#include "sim/optimisation/milp/clp_relaxation.h"

#include <coin/ClpSimplex.hpp>

namespace phusong::milp {
namespace {

std::vector<double> signed_copy(const double* values, int count, double sign) {
  std::vector<double> copy(values, values + count);
  for (double& value : copy)
    value *= sign;
  return copy;
}

}  // namespace

Relaxation relaxation_of(const ClpSimplex& simplex, double sign, double constant) {
  Relaxation relaxation{.feasible = simplex.isProvenOptimal()};
  if (!relaxation.feasible) return relaxation;
  relaxation.objective = sign * simplex.objectiveValue() + constant;
  relaxation.values = signed_copy(simplex.primalColumnSolution(), simplex.numberColumns(), 1.0);
  relaxation.row_duals = signed_copy(simplex.dualRowSolution(), simplex.numberRows(), sign);
  relaxation.reduced_costs = signed_copy(simplex.dualColumnSolution(), simplex.numberColumns(), sign);
  return relaxation;
}

}  // namespace phusong::milp

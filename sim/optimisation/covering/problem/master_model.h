#pragma once

#include <cstddef>

#include "sim/optimisation/covering/problem/covering_problem.h"
#include "sim/optimisation/milp/model.h"

namespace phusong::covering {

/// The master problem: x_i = 1 if option i is built, z_d = 1 if demand d counts (README.md, eq. 1 to 5). Its rows are:
/// at most one option per exclusion group, then target or budget, then the quotas. Nothing links z to x here: cuts do,
/// or the rows that model_of() adds.
struct MasterModel {
  milp::Model model;         ///< variable i is x_i; the z follow
  std::size_t goal_row = 0;  ///< the row of the target or of the budget
};

MasterModel master_model(const Problem& problem);

/// Number of the variable z of a demand.
inline std::size_t variable_of_demand(const Problem& problem, std::size_t demand) {
  return problem.options.size() + demand;
}

/// The same model with its objective negated where it is maximised.
MasterModel minimised(MasterModel master);

}  // namespace phusong::covering

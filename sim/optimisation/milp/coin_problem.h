#pragma once

#include <coin/CoinPackedMatrix.hpp>
#include <vector>

#include "sim/optimisation/milp/model.h"

namespace phusong::milp {

/// A model in the form of the COIN-OR solvers: always minimised, without the constant.
struct CoinProblem {
  CoinPackedMatrix matrix;
  std::vector<double> lower, upper, cost;
  std::vector<double> row_lower, row_upper;
};

CoinProblem coin_problem(const Model& model);

/// +1 where the model is minimised, −1 where it is maximised.
double coin_sign(const Model& model);

}  // namespace phusong::milp

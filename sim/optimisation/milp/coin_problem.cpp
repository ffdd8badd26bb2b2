#include "sim/optimisation/milp/coin_problem.h"

#include <coin/CoinPackedVector.hpp>

namespace phusong::milp {

namespace {

CoinPackedMatrix matrix_of(const Model& model) {
  CoinPackedMatrix matrix(false, 0.0, 0.0);
  matrix.setDimensions(0, static_cast<int>(model.variables.size()));
  std::vector<int> starts{0}, columns;
  std::vector<double> elements;
  for (const Row& row : model.rows) {
    for (const auto& [variable, coefficient] : row.terms) {
      columns.push_back(static_cast<int>(variable));
      elements.push_back(coefficient);
    }
    starts.push_back(static_cast<int>(columns.size()));
  }
  matrix.appendRows(static_cast<int>(model.rows.size()), starts.data(), columns.data(), elements.data());
  return matrix;
}

}  // namespace

double coin_sign(const Model& model) {
  return model.sense == Sense::kMinimise ? 1.0 : -1.0;
}

CoinProblem coin_problem(const Model& model) {
  CoinProblem problem{.matrix = matrix_of(model)};
  for (const Variable& variable : model.variables) {
    problem.lower.push_back(variable.lower);
    problem.upper.push_back(variable.upper);
    problem.cost.push_back(coin_sign(model) * variable.cost);
  }
  for (const Row& row : model.rows) {
    problem.row_lower.push_back(row.lower);
    problem.row_upper.push_back(row.upper);
  }
  return problem;
}

}  // namespace phusong::milp

#include "sim/optimisation/milp/growing_relaxation.h"

#include <algorithm>
#include <coin/ClpSimplex.hpp>

#include "sim/optimisation/milp/clp_relaxation.h"
#include "sim/optimisation/milp/coin_problem.h"

namespace phusong::milp {

GrowingRelaxation::GrowingRelaxation(const Model& model)
    : sign_(coin_sign(model)), constant_(model.constant), simplex_(std::make_unique<ClpSimplex>()) {
  const CoinProblem problem = coin_problem(model);
  simplex_->setLogLevel(0);
  simplex_->loadProblem(problem.matrix, problem.lower.data(), problem.upper.data(), problem.cost.data(),
                        problem.row_lower.data(), problem.row_upper.data());
}

GrowingRelaxation::~GrowingRelaxation() = default;

void GrowingRelaxation::add_rows(const std::vector<Row>& rows) {
  std::vector<int> starts{0}, columns;
  std::vector<double> elements, lower, upper;
  for (const Row& row : rows) {
    for (const auto& [variable, coefficient] : row.terms) {
      columns.push_back(static_cast<int>(variable));
      elements.push_back(coefficient);
    }
    starts.push_back(static_cast<int>(columns.size()));
    lower.push_back(row.lower);
    upper.push_back(row.upper);
  }
  simplex_->addRows(static_cast<int>(rows.size()), lower.data(), upper.data(), starts.data(), columns.data(),
                    elements.data());
}

void GrowingRelaxation::remove_rows(const std::vector<std::size_t>& rows) {
  const std::vector<int> which(rows.begin(), rows.end());
  simplex_->deleteRows(static_cast<int>(which.size()), which.data());
}

void GrowingRelaxation::set_bounds(std::size_t variable, double lower, double upper) {
  simplex_->setColumnBounds(static_cast<int>(variable), lower, upper);
}

Relaxation GrowingRelaxation::solve(double time_limit_s) {
  if (time_limit_s < kInfinity) simplex_->setMaximumWallSeconds(std::max(0.0, time_limit_s));
  simplex_->dual();
  // Where the dual simplex method fails by rounding, the primal one goes on from its last basis.
  if (!simplex_->isProvenOptimal() && !simplex_->hitMaximumIterations()) simplex_->primal();
  return relaxation_of(*simplex_, sign_, constant_);
}

}  // namespace phusong::milp

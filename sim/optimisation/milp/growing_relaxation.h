#pragma once

#include <memory>
#include <vector>

#include "sim/optimisation/milp/model.h"
#include "sim/optimisation/milp/solve.h"

class ClpSimplex;

namespace phusong::milp {

/// A linear relaxation that rows are added to. It is solved again from its last basis, by the dual simplex method.
class GrowingRelaxation {
 public:
  explicit GrowingRelaxation(const Model& model);
  ~GrowingRelaxation();
  GrowingRelaxation(const GrowingRelaxation&) = delete;
  GrowingRelaxation& operator=(const GrowingRelaxation&) = delete;

  void add_rows(const std::vector<Row>& rows);
  /// Removes the rows with these numbers, ascending; the rows behind move up.
  void remove_rows(const std::vector<std::size_t>& rows);
  void set_bounds(std::size_t variable, double lower, double upper);
  /// Solves the relaxation. The result is not feasible either where the time was too short.
  Relaxation solve(double time_limit_s = kInfinity);

 private:
  double sign_, constant_;
  std::unique_ptr<ClpSimplex> simplex_;
};

}  // namespace phusong::milp

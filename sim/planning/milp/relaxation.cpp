#include "sim/planning/milp/growing_relaxation.h"
#include "sim/planning/milp/solve.h"

namespace phusong::planning::milp {

Relaxation solve_relaxation(const Model& model) {
  return GrowingRelaxation(model).solve();
}

}  // namespace phusong::planning::milp

#include "sim/optimisation/covering/decomposition/lagrangian_subproblem.h"

#include <doctest/doctest.h>

#include "tests/optimisation/covering/three_demands.h"

using namespace phusong;
using namespace phusong::covering;
using namespace phusong::tests;

namespace {

/// The triangle as a subproblem: each demand that counts pays so much.
LagrangianSubproblem triangle_paying(double payment) {
  LagrangianSubproblem subproblem{.problem = triangle(), .demand_cost = std::vector<double>(3, -payment)};
  subproblem.problem.goal = {};
  return subproblem;
}

}  // namespace

TEST_CASE("the master model of a subproblem pays for demands") {
  const MasterModel master = master_model(triangle_paying(0.9));
  CHECK(master.model.variables[0].cost == 1.0);
  CHECK(master.model.variables[3].cost == -0.9);
}

TEST_CASE("the bound of a subproblem is its optimum, where the relaxation with cover cuts is below") {
  const progress::Progress silent;
  const LagrangianSubproblem subproblem = triangle_paying(0.9);
  CutRelaxation relaxation(subproblem.problem, master_model(subproblem));
  // Three halves for three demands.
  CHECK(tighten(subproblem, relaxation, 0, silent, 1e9).objective == doctest::Approx(1.5 - 2.7));
  // One option for two demands.
  CHECK(subproblem_bound(subproblem, {}, silent) == doctest::Approx(1.0 - 1.8));
}

TEST_CASE("a subproblem builds nothing where demands pay too little") {
  const progress::Progress silent;
  CHECK(subproblem_bound(triangle_paying(0.4), {}, silent) == doctest::Approx(0.0));
}

TEST_CASE("known cuts tighten a subproblem without a round of cuts") {
  const progress::Progress silent;
  LagrangianSubproblem subproblem = triangle_paying(10.0);
  subproblem.known_cuts = {{.kind = CutKind::kBalasNg,
                            .options = {{0, 1.0}, {1, 1.0}, {2, 1.0}},
                            .demands = {{0, -1.0}, {1, -1.0}, {2, -1.0}},
                            .rhs = -1.0}};
  CutRelaxation relaxation(subproblem.problem, master_model(subproblem));
  CHECK(tighten(subproblem, relaxation, 0, silent, 1e9).objective == doctest::Approx(2.0 - 30.0));
}

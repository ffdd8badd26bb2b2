#include "sim/optimisation/covering/solve.h"

#include <doctest/doctest.h>
#include <tbb/global_control.h>

#include <cmath>

#include "sim/optimisation/covering/problem/model_of.h"
#include "sim/optimisation/covering/problem/value.h"
#include "sim/optimisation/milp/lp_file.h"
#include "sim/optimisation/milp/solve.h"
#include "tests/optimisation/covering/random_problem.h"
#include "tests/optimisation/milp/cbc_command.h"

using namespace phusong;
using namespace phusong::covering;
using namespace phusong::tests;

namespace {

Solution solve_exactly(const Problem& problem) {
  progress::Progress silent;
  return solve(problem, {.gap = 0.0}, silent);
}

/// The most value that groups allow, and the least cost for it.
void check_infeasible_goal(Problem problem, const Solution& solution) {
  CHECK_FALSE(solution.reached);
  problem.goal.quotas.clear();
  if (!problem.goal.budget_capex) {
    Problem most = problem;
    for (Option& option : most.options)
      option.capex = 0.0;
    most.goal.budget_capex = 0.0;
    problem.goal.least_value = best_by_enumeration(most);
  }
  CHECK(is_feasible(problem, solution.built));
  CHECK(solution.objective == doctest::Approx(best_by_enumeration(problem)));
}

void check_against_enumeration(const Problem& problem) {
  const Solution solution = solve_exactly(problem);
  const double best = best_by_enumeration(problem);
  if (best < 0.0) return check_infeasible_goal(problem, solution);
  CHECK(solution.reached);
  CHECK(is_feasible(problem, solution.built));
  const double better = problem.goal.budget_capex ? 1.0 : -1.0;
  CHECK(solution.objective == doctest::Approx(best));
  CHECK(better * (solution.bound - best) >= -1e-6);
  CHECK(solution.stopped_by == phusong::progress::StopReason::kOptimal);
  const Totals reached = totals_of(problem, solution.built);
  CHECK(solution.objective == doctest::Approx(problem.goal.budget_capex ? reached.value : reached.cost));
}

/// One demand of 19 points, of which option 0 serves 10, option 1 the other nine and option 2 all.
Problem one_demand() {
  Problem problem;
  const double costs[] = {100.0, 120.0, 300.0};
  for (std::size_t i = 0; i < 3; ++i) {
    problem.options.push_back({.name = std::string(1, static_cast<char>('a' + i)),
                               .cost = costs[i],
                               .capex = costs[i],
                               .exclusion_group = i});
  }
  Alternative alternative{.least_weight = 0.75};
  for (std::size_t p = 0; p < 19; ++p)
    alternative.points.push_back({.weight = 1.0 / 19.0, .cover_sets = {{p < 10 ? OptionIndex{0} : OptionIndex{1}, 2}}});
  problem.demands.push_back({.name = "h", .alternatives = {alternative}});
  problem.goal.least_value = 1.0;
  return problem;
}

}  // namespace

TEST_CASE("a demand is covered by two cheap options together, or where they exclude each other by an expensive one") {
  Problem problem = one_demand();
  CHECK(solve_exactly(problem).built == std::vector<OptionIndex>{0, 1});
  problem.options[1].exclusion_group = 0;
  CHECK(solve_exactly(problem).built == std::vector<OptionIndex>{2});
}

TEST_CASE("a need of 15 points of 19 is not met by 14, and is by 15") {
  Problem problem = one_demand();
  auto& points = problem.demands[0].alternatives[0].points;
  for (std::size_t p = 10; p < 14; ++p)
    points[p].cover_sets = {{0, 2}};
  CHECK(solve_exactly(problem).built == std::vector<OptionIndex>{0, 1});
  points[14].cover_sets = {{0, 2}};
  CHECK(solve_exactly(problem).built == std::vector<OptionIndex>{0});
}

TEST_CASE("least cost agrees with trying every selection") {
  for (unsigned seed = 1; seed <= 150; ++seed) {
    CAPTURE(seed);
    check_against_enumeration(random_problem(seed, false));
  }
}

TEST_CASE("most value for a budget agrees with trying every selection") {
  for (unsigned seed = 1001; seed <= 1150; ++seed) {
    CAPTURE(seed);
    check_against_enumeration(random_problem(seed, true));
  }
}

TEST_CASE("the written model has the same optimum, by CBC as a library and as a command") {
  const std::string test = "the written model has the same optimum, by CBC as a library and as a command";
  const bool command = has_cbc_command(test);
  for (unsigned seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    const Problem problem = random_problem(seed, seed % 2 == 0);
    const double best = best_by_enumeration(problem);
    const milp::Model model = model_of(problem);
    const milp::Solution solution = milp::solve(model, {});
    REQUIRE(solution.feasible == (best >= 0.0));
    if (!solution.feasible) continue;
    CHECK(solution.objective == doctest::Approx(best));
    if (command) CHECK(cbc_command_optimum(milp::lp_text(model)) == doctest::Approx(best));
  }
}

TEST_CASE("nothing is built where nothing is asked, and nothing can be where there are no options") {
  const Solution nothing = solve_exactly({});
  CHECK(nothing.reached);
  CHECK(nothing.built.empty());
  CHECK(nothing.gap == 0.0);
  CHECK(nothing.stopped_by == phusong::progress::StopReason::kOptimal);

  Problem covered = one_demand();
  covered.demands[0].counts_already = true;
  const Solution done = solve_exactly(covered);
  CHECK(done.built.empty());
  CHECK(done.bound == 0.0);

  Problem without_options = one_demand();
  without_options.options.clear();
  without_options.demands[0].alternatives[0].points = {{.weight = 1.0, .cover_sets = {{}}}};
  CHECK_FALSE(solve_exactly(without_options).reached);
}

TEST_CASE("a budget of nothing still builds what costs nothing") {
  Problem problem = one_demand();
  problem.goal = {.budget_capex = 0.0};
  CHECK(solve_exactly(problem).objective == 0.0);
  problem.options[2].capex = 0.0;
  CHECK(solve_exactly(problem).built == std::vector<OptionIndex>{2});
}

TEST_CASE("the selection is the same for one thread and for two") {
  const Problem problem = random_province({.demands = 30, .options = 100, .side_km = 14.0});
  progress::Progress silent;
  const Settings settings{.gap = 0.05};
  const Solution two = solve(problem, settings, silent);
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, 1);
  const Solution one = solve(problem, settings, silent);
  CHECK(one.built == two.built);
  CHECK(one.bound == two.bound);
  CHECK(one.stopped_by == two.stopped_by);
}

TEST_CASE("a problem of 30 demands is solved within the gap that is asked for, never below its bound") {
  const Problem problem = random_province({.demands = 30, .options = 100, .side_km = 14.0, .seed = 2});
  progress::Progress silent;
  const Solution solution = solve(problem, {.gap = 0.03}, silent);
  CHECK(is_feasible(problem, solution.built));
  CHECK(solution.gap <= 0.03);
  CHECK(solution.bound <= solution.objective);
}

TEST_CASE("a search that is stopped throws") {
  struct StopAtOnce : progress::Progress {
    bool stop_requested() const override { return true; }
  };
  StopAtOnce stop;
  CHECK_THROWS_AS(solve(one_demand(), {}, stop), progress::Stopped);
}

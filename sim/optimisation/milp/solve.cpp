#include "sim/optimisation/milp/solve.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <coin/CbcModel.hpp>
#include <coin/CbcSolver.hpp>
#include <mutex>
#include <string>
#include <utility>

#include "sim/optimisation/milp/cbc_search.h"
#include "sim/optimisation/milp/coin_problem.h"

namespace phusong::milp {

namespace {

/// The command line for CBC's own driver, which brings the preprocessing, cuts and heuristics of `cbc`.
std::vector<std::string> driver_arguments(const SolveLimits& limits) {
  std::vector<std::string> arguments{"phusong", "-log", "0", "-slog", "0", "-threads", "0", "-timeMode", "elapsed"};
  const auto set = [&](const char* key, const std::string& value) { arguments.insert(arguments.end(), {key, value}); };
  set("-ratioGap", fmt::format("{}", limits.relative_gap));
  if (limits.nodes) set("-maxNodes", fmt::format("{}", *limits.nodes));
  if (limits.time_limit_s) set("-seconds", fmt::format("{}", *limits.time_limit_s));
  arguments.insert(arguments.end(), {"-solve", "-quit"});
  return arguments;
}

void set_start(CbcModel& cbc, const Model& model, const std::vector<double>& start) {
  std::vector<std::pair<std::string, double>> named;
  for (std::size_t i = 0; i < start.size(); ++i)
    if (model.variables[i].integer) named.emplace_back(cbc.solver()->getColName(static_cast<int>(i)), start[i]);
  cbc.setMIPStart(named);
}

void run_driver(CbcModel& cbc, const Model& model, const SolveLimits& limits, const std::vector<double>& start) {
  CbcSolverUsefulData data;
  CbcMain0(cbc, data);
  cbc.setLogLevel(0);
  if (!start.empty()) set_start(cbc, model, start);
  const std::vector<std::string> arguments = driver_arguments(limits);
  // The driver reads its command line through global variables.
  static std::mutex one_at_a_time;
  const std::lock_guard lock(one_at_a_time);
  std::vector<const char*> words;
  words.reserve(arguments.size());
  for (const std::string& argument : arguments)
    words.push_back(argument.c_str());
  CbcMain1(static_cast<int>(words.size()), words.data(), cbc, nullptr, data);
}

Outcome outcome_of(const CbcModel& cbc) {
  if (cbc.isContinuousUnbounded()) return Outcome::kUnbounded;
  if (cbc.isProvenInfeasible() || cbc.isInitialSolveProvenPrimalInfeasible()) return Outcome::kInfeasible;
  if (cbc.status() == kFinished) return cbc.bestSolution() == nullptr ? Outcome::kInfeasible : Outcome::kOptimal;
  return Outcome::kStopped;
}

/// Solves a model without integer variables, which CBC's driver does not take.
Solution linear_solution(const Model& model) {
  const Relaxation relaxed = solve_relaxation(model);
  if (!relaxed.feasible) return {.outcome = Outcome::kInfeasible, .bound = coin_sign(model) * kInfinity};
  return {.outcome = Outcome::kOptimal,
          .feasible = true,
          .objective = relaxed.objective,
          .bound = relaxed.objective,
          .values = relaxed.values};
}

}  // namespace

Solution solve(const Model& model, const SolveLimits& limits, const std::vector<double>& start) {
  if (std::ranges::none_of(model.variables, &Variable::integer)) return linear_solution(model);
  CbcModel cbc(clp_interface(model));
  StopHandler handler(limits.stop_requested);
  cbc.passInEventHandler(&handler);
  run_driver(cbc, model, limits, start);
  const double sign = coin_sign(model);
  Solution solution{.outcome = outcome_of(cbc), .stopped_by_time = cbc.secondaryStatus() == kStoppedByTime};
  solution.bound = sign * cbc.getBestPossibleObjValue() + model.constant;
  if (std::abs(cbc.getBestPossibleObjValue()) > 1e49) solution.bound = -sign * kInfinity;
  if (cbc.bestSolution() == nullptr) return solution;
  solution.feasible = true;
  solution.objective = sign * cbc.getObjValue() + model.constant;
  // The open nodes at which CBC stops may be worse than its solution.
  if (sign * (solution.bound - solution.objective) > 0.0) solution.bound = solution.objective;
  solution.values = whole_values(model, cbc.bestSolution());
  return solution;
}

}  // namespace phusong::milp

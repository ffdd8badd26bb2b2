#include "sim/optimisation/covering/presolve/presolve.h"

#include <algorithm>
#include <cmath>

#include "sim/optimisation/covering/presolve/presolve_demands.h"
#include "sim/optimisation/covering/presolve/presolve_options.h"
#include "sim/optimisation/covering/problem/value.h"

namespace phusong::covering {

namespace {

void take_out_counted(PresolvedProblem& reduced) {
  Goal& goal = reduced.problem.goal;
  for (const Demand& hamlet : reduced.problem.hamlets) {
    if (!hamlet.counts_already) continue;
    reduced.counted_value += hamlet.value;
    goal.least_value -= hamlet.value;
    if (hamlet.commune >= goal.least_hamlets_of_commune.size()) continue;
    std::size_t& left = goal.least_hamlets_of_commune[hamlet.commune];
    left -= std::min(left, hamlet.hamlets);
  }
  std::erase_if(reduced.problem.hamlets,
                [](const Demand& hamlet) { return hamlet.counts_already || hamlet.ways.empty(); });
}

/// Keeps the flagged options and numbers them anew.
void keep_options(PresolvedProblem& reduced, const std::vector<bool>& kept) {
  std::vector<OptionIndex> number(kept.size());
  std::size_t count = 0;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (!kept[i]) continue;
    number[i] = static_cast<OptionIndex>(count);
    if (count != i) {
      reduced.problem.options[count] = std::move(reduced.problem.options[i]);
      reduced.original[count] = reduced.original[i];
    }
    ++count;
  }
  reduced.problem.options.resize(count);
  reduced.original.resize(count);
  for (Demand& hamlet : reduced.problem.hamlets) {
    for (Alternative& way : hamlet.ways) {
      for (DemandPoint& point : way.points) {
        for (auto& layer : point.layers) {
          std::erase_if(layer, [&](OptionIndex option) { return !kept[option]; });
          for (OptionIndex& option : layer)
            option = number[option];
        }
      }
    }
  }
}

/// Where all values are whole, so is what is still to be reached.
void round_target(Problem& problem) {
  if (has_whole_values(problem))
    problem.goal.least_value = std::ceil(problem.goal.least_value - value_tolerance(problem.goal.least_value));
}

void simplify(PresolvedProblem& reduced) {
  Problem& problem = reduced.problem;
  const auto& communes = problem.goal.least_hamlets_of_commune;
  simplify_hamlets(problem.hamlets);
  take_out_counted(reduced);
  problem.hamlets = join_equal_hamlets(
      std::move(problem.hamlets), std::any_of(communes.begin(), communes.end(), [](auto least) { return least > 0; }));
}

}  // namespace

PresolvedProblem reduce(const Problem& problem) {
  PresolvedProblem reduced{.problem = problem, .original = std::vector<OptionIndex>(problem.options.size())};
  for (OptionIndex i = 0; i < problem.options.size(); ++i)
    reduced.original[i] = i;
  simplify(reduced);
  for (std::size_t before = 0; before != reduced.problem.options.size();) {
    before = reduced.problem.options.size();
    keep_options(reduced, options_worth_keeping(reduced.problem));
    simplify(reduced);
  }
  round_target(reduced.problem);
  return reduced;
}

}  // namespace phusong::covering

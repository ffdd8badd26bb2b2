#include "sim/optimisation/covering/heuristic/neighbourhood.h"

#include <algorithm>

#include "sim/optimisation/covering/cuts/cut_relaxation.h"
#include "sim/optimisation/covering/cuts/integer_cuts.h"
#include "sim/optimisation/covering/presolve/presolve.h"
#include "sim/optimisation/covering/problem/master_model.h"
#include "sim/optimisation/covering/problem/value.h"

namespace phusong::covering {

namespace {

constexpr OptionIndex kFixed = CoverageCount::kNone;

template <typename T>
void sort_unique(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

/// The demand over the free options: cover sets with a fixed built option are satisfied and dropped, the other fixed
/// options removed.
Demand residual_demand(Demand demand, const CoverageCount& count, const std::vector<OptionIndex>& number) {
  for (Alternative& alternative : demand.alternatives) {
    for (DemandPoint& point : alternative.points) {
      std::erase_if(point.cover_sets, [&](const std::vector<OptionIndex>& cover_set) {
        return std::any_of(cover_set.begin(), cover_set.end(),
                           [&](OptionIndex option) { return number[option] == kFixed && count.built(option); });
      });
      for (auto& cover_set : point.cover_sets) {
        std::erase_if(cover_set, [&](OptionIndex option) { return number[option] == kFixed; });
        for (OptionIndex& option : cover_set)
          option = number[option];
      }
    }
  }
  return demand;
}

/// Quotas less the demands that count outside the neighbourhood.
std::vector<std::size_t> residual_quotas(const Problem& problem, const CoverageCount& count,
                                         const std::vector<DemandIndex>& demands) {
  std::vector<std::size_t> quotas = problem.goal.quotas;
  for (std::size_t g = 0; g < quotas.size(); ++g) {
    std::size_t elsewhere = count.count_in_quota_group(g);
    for (const DemandIndex d : demands)
      if (problem.demands[d].quota_group == g && count.counts(d)) elsewhere -= problem.demands[d].multiplicity;
    quotas[g] -= std::min(quotas[g], elsewhere);
  }
  return quotas;
}

}  // namespace

Neighbourhood neighbourhood_of(const CoverageCount& count, const std::vector<DemandIndex>& demands,
                               const std::vector<bool>& allowed) {
  Neighbourhood neighbourhood;
  for (const DemandIndex demand : demands) {
    for (const OptionIndex option : count.options_of(demand))
      if (count.built(option) || allowed[option]) neighbourhood.options.push_back(option);
  }
  sort_unique(neighbourhood.options);
  // An exclusion group may be taken by an option that is fixed.
  const auto is_free = [&](OptionIndex option) {
    return std::binary_search(neighbourhood.options.begin(), neighbourhood.options.end(), option);
  };
  std::vector<OptionIndex> kept;
  for (const OptionIndex option : neighbourhood.options) {
    const OptionIndex holder = count.holder_of_group(option);
    if (holder == CoverageCount::kNone || is_free(holder)) kept.push_back(option);
  }
  neighbourhood.options = std::move(kept);
  for (const OptionIndex option : neighbourhood.options) {
    const auto& served = count.demands_of(option);
    neighbourhood.demands.insert(neighbourhood.demands.end(), served.begin(), served.end());
  }
  sort_unique(neighbourhood.demands);
  return neighbourhood;
}

Problem residual_problem(const Problem& problem, const CoverageCount& count, const Neighbourhood& neighbourhood,
                         double surplus_value) {
  Problem residual;
  std::vector<OptionIndex> number(problem.options.size(), kFixed);
  double capex = 0.0, value = 0.0;
  for (const OptionIndex option : neighbourhood.options) {
    number[option] = static_cast<OptionIndex>(residual.options.size());
    residual.options.push_back(problem.options[option]);
    if (count.built(option)) capex += problem.options[option].capex;
  }
  for (const DemandIndex d : neighbourhood.demands) {
    residual.demands.push_back(residual_demand(problem.demands[d], count, number));
    if (count.counts(d)) value += problem.demands[d].value;
  }
  residual.goal.least_value = value - surplus_value;
  if (problem.goal.budget_capex) residual.goal.budget_capex = *problem.goal.budget_capex - count.capex() + capex;
  residual.goal.quotas = residual_quotas(problem, count, neighbourhood.demands);
  return residual;
}

std::optional<std::vector<OptionIndex>> reoptimise(const Problem& residual, double objective_now,
                                                   const SubMipLimits& limits, const progress::Progress& progress) {
  const PresolvedProblem reduced = presolve(residual);
  const bool maximises = reduced.problem.goal.budget_capex.has_value();
  const double now = maximises ? reduced.counted_value - objective_now : objective_now;
  if (reduced.problem.options.empty() || reduced.problem.demands.empty()) {
    return !maximises && objective_now > 1e-9 ? std::optional(std::vector<OptionIndex>{}) : std::nullopt;
  }
  CutRelaxation relaxation(reduced.problem, minimised(master_model(reduced.problem)));
  constexpr std::size_t kRounds = 30;
  const double least_gain = 1e-6 * std::max(1.0, std::abs(now));
  relaxation.tighten(kRounds, progress, limits.time_limit_s);
  constexpr std::size_t kIntegerRounds = 4;
  const milp::Relaxation& root =
      tighten_by_integer_cuts(reduced.problem, relaxation, kIntegerRounds, progress, limits.time_limit_s);
  if (!root.feasible || root.objective >= now - least_gain) return {};
  const milp::Solution solution = milp::branch_and_cut(relaxation.lazy_model(), milp::SearchFor::kSolutions,
                                                       {.nodes = limits.nodes,
                                                        .time_limit_s = limits.time_limit_s,
                                                        .stop_requested = [&] { return progress.stop_requested(); }},
                                                       now - least_gain);
  progress.throw_if_stopped();
  if (!solution.feasible) return {};
  std::vector<OptionIndex> better;
  for (OptionIndex i = 0; i < reduced.problem.options.size(); ++i)
    if (solution.values[i] > 0.5) better.push_back(reduced.original[i]);
  return better;
}

}  // namespace phusong::covering

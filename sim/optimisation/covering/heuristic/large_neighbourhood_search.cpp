#include "sim/optimisation/covering/heuristic/large_neighbourhood_search.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <optional>
#include <random>

#include "sim/optimisation/covering/decomposition/region.h"
#include "sim/optimisation/covering/heuristic/greedy_construction.h"
#include "sim/optimisation/covering/heuristic/neighbourhood.h"
#include "sim/optimisation/covering/problem/value.h"
#include "sim/progress/deadline.h"

namespace phusong::covering {

namespace {

// Neighbourhoods per round, whatever the number of threads: the solution must not depend on it.
constexpr std::size_t kAtOnce = 4;

/// The rounds of the search.
class LargeNeighbourhoodSearch {
 public:
  LargeNeighbourhoodSearch(const Problem& problem, const std::vector<bool>& allowed,
                           const NeighbourhoodSearchLimits& limits, CoverageCount& count)
      : problem_(problem),
        allowed_(allowed),
        limits_(limits),
        count_(count),
        deadline_(limits.time_limit_s),
        random_(static_cast<unsigned>(limits.seed)) {}

  void round(const progress::Progress& progress) {
    const std::vector<Neighbourhood> all = neighbourhoods();
    std::vector<std::optional<std::vector<OptionIndex>>> better(all.size());
    tbb::parallel_for(std::size_t{0}, all.size(), [&](std::size_t k) {
      // Only one of the neighbourhoods may give up the value beyond the target.
      const Problem residual = residual_problem(problem_, count_, all[k], k == 0 ? surplus_value() : 0.0);
      better[k] = reoptimise(residual, objective_now(all[k]),
                             {.nodes = limits_.nodes, .time_limit_s = deadline_.left_s()}, progress);
    });
    for (std::size_t k = 0; k < all.size(); ++k)
      if (better[k]) accept(all[k], *better[k]);
  }

 private:
  bool maximises() const { return problem_.goal.budget_capex.has_value(); }

  double surplus_value() const { return maximises() ? 0.0 : count_.value() - problem_.goal.least_value; }

  double objective_now(const Neighbourhood& neighbourhood) const {
    double sum = 0.0;
    if (maximises()) {
      for (const DemandIndex d : neighbourhood.demands)
        if (count_.counts(d)) sum += problem_.demands[d].value;
    } else {
      for (const OptionIndex option : neighbourhood.options)
        if (count_.built(option)) sum += problem_.options[option].cost;
    }
    return sum;
  }

  /// Chooses the neighbourhoods of a round. The first is grown around two demands, so that demands may count in one
  /// place instead of another. With a budget it stays alone, because one budget cannot be shared.
  std::vector<Neighbourhood> neighbourhoods() {
    std::vector<Neighbourhood> chosen;
    std::vector<bool> taken(problem_.demands.size(), false);
    const std::vector<bool> free(problem_.demands.size(), true);
    for (std::size_t k = 0; k < kAtOnce; ++k) {
      std::vector<DemandIndex> demands = grow_region(count_, any_demand(), size_of(k), free);
      if (k == 0) {
        const auto more = grow_region(count_, any_demand(), size_of(k), free);
        demands.insert(demands.end(), more.begin(), more.end());
      }
      Neighbourhood candidate = neighbourhood_of(count_, demands, allowed_);
      if (std::any_of(candidate.demands.begin(), candidate.demands.end(), [&](auto d) { return taken[d]; })) continue;
      for (const DemandIndex d : candidate.demands)
        taken[d] = true;
      chosen.push_back(std::move(candidate));
      if (maximises()) break;
    }
    return chosen;
  }

  DemandIndex any_demand() { return static_cast<DemandIndex>(random_() % problem_.demands.size()); }
  std::size_t size_of(std::size_t k) const { return k == 0 ? (limits_.demands + 1) / 2 : limits_.demands; }

  /// Builds the better options; takes them back where the selection is not better after all: neighbourhoods of one
  /// round may meet in an exclusion group or a quota group.
  void accept(const Neighbourhood& neighbourhood, const std::vector<OptionIndex>& better) {
    const double cost = count_.cost(), value = count_.value();
    const std::vector<OptionIndex> before = built_of(neighbourhood);
    std::vector<OptionIndex> after;
    for (const OptionIndex k : better)
      after.push_back(neighbourhood.options[k]);
    swap(before, after);
    const bool kept =
        is_feasible(problem_, count_.selection()) && (maximises() ? count_.value() > value : count_.cost() < cost);
    if (!kept) swap(after, before);
  }

  std::vector<OptionIndex> built_of(const Neighbourhood& neighbourhood) const {
    std::vector<OptionIndex> built;
    for (const OptionIndex option : neighbourhood.options)
      if (count_.built(option)) built.push_back(option);
    return built;
  }

  void swap(const std::vector<OptionIndex>& out, const std::vector<OptionIndex>& in) {
    for (const OptionIndex option : out)
      count_.remove(option);
    for (const OptionIndex option : in)
      count_.build(option);
  }

  const Problem& problem_;
  const std::vector<bool>& allowed_;
  const NeighbourhoodSearchLimits& limits_;
  CoverageCount& count_;
  progress::Deadline deadline_;
  std::mt19937 random_;
};

}  // namespace

void large_neighbourhood_search(const Problem& problem, const std::vector<bool>& allowed,
                                const NeighbourhoodSearchLimits& limits, CoverageCount& count,
                                const progress::Progress& progress) {
  LargeNeighbourhoodSearch search(problem, allowed, limits, count);
  const bool maximises = problem.goal.budget_capex.has_value();
  for (std::size_t round = 0; round < limits.rounds; ++round) {
    progress.throw_if_stopped();
    search.round(progress);
    if (limits.content && limits.content(maximises ? count.value() : count.cost())) return;
  }
}

}  // namespace phusong::covering

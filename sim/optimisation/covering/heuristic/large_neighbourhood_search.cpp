#include "sim/optimisation/covering/heuristic/large_neighbourhood_search.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <optional>
#include <random>

#include "sim/optimisation/covering/decomposition/region.h"
#include "sim/optimisation/covering/heuristic/construct.h"
#include "sim/optimisation/covering/heuristic/neighbourhood.h"
#include "sim/optimisation/covering/problem/value.h"
#include "sim/progress/deadline.h"

namespace phusong::covering {

namespace {

// Neighbourhoods of a round: not the number of threads, so that the answer is the same for any.
constexpr std::size_t kAtOnce = 4;

class Improver {
 public:
  Improver(const Problem& problem, const std::vector<bool>& allowed, const ImproveLimits& limits, CoverageCount& count)
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
      // What is served beyond the target may be given up once: by the first.
      const Problem around = problem_around(problem_, count_, all[k], k == 0 ? spare_value() : 0.0);
      better[k] = improve(around, objective_now(all[k]), {.nodes = limits_.nodes, .time_limit_s = deadline_.left_s()},
                          progress);
    });
    for (std::size_t k = 0; k < all.size(); ++k)
      if (better[k]) take_over(all[k], *better[k]);
  }

 private:
  bool maximises() const { return problem_.goal.budget_capex.has_value(); }

  double spare_value() const { return maximises() ? 0.0 : count_.value() - problem_.goal.least_value; }

  double objective_now(const Neighbourhood& neighbourhood) const {
    double sum = 0.0;
    if (maximises()) {
      for (const std::uint32_t h : neighbourhood.hamlets)
        if (count_.counts(h)) sum += problem_.hamlets[h].value;
    } else {
      for (const OptionIndex option : neighbourhood.options)
        if (count_.built(option)) sum += problem_.options[option].cost;
    }
    return sum;
  }

  /// The first is grown around two hamlets, so that what counts here can be exchanged for what counts there.
  std::vector<Neighbourhood> neighbourhoods() {
    std::vector<Neighbourhood> chosen;
    std::vector<bool> taken(problem_.hamlets.size(), false);
    const std::vector<bool> free(problem_.hamlets.size(), true);
    for (std::size_t k = 0; k < kAtOnce; ++k) {
      std::vector<std::uint32_t> hamlets = grow_region(count_, any_hamlet(), size_of(k), free);
      if (k == 0) {
        const auto more = grow_region(count_, any_hamlet(), size_of(k), free);
        hamlets.insert(hamlets.end(), more.begin(), more.end());
      }
      Neighbourhood candidate = neighbourhood_of(count_, hamlets, allowed_);
      if (std::any_of(candidate.hamlets.begin(), candidate.hamlets.end(), [&](auto h) { return taken[h]; })) continue;
      for (const std::uint32_t h : candidate.hamlets)
        taken[h] = true;
      chosen.push_back(std::move(candidate));
      if (maximises()) break;  // one budget for all
    }
    return chosen;
  }

  std::uint32_t any_hamlet() { return static_cast<std::uint32_t>(random_() % problem_.hamlets.size()); }
  std::size_t size_of(std::size_t k) const { return k == 0 ? (limits_.hamlets + 1) / 2 : limits_.hamlets; }

  /// Builds the better choice; puts the former one back where it is none after all.
  void take_over(const Neighbourhood& neighbourhood, const std::vector<OptionIndex>& better) {
    const double cost = count_.cost(), value = count_.value();
    const std::vector<OptionIndex> before = built_of(neighbourhood);
    std::vector<OptionIndex> after;
    for (const OptionIndex k : better)
      after.push_back(neighbourhood.options[k]);
    exchange(before, after);
    const bool kept =
        keeps_goal(problem_, count_.selection()) && (maximises() ? count_.value() > value : count_.cost() < cost);
    if (!kept) exchange(after, before);
  }

  std::vector<OptionIndex> built_of(const Neighbourhood& neighbourhood) const {
    std::vector<OptionIndex> built;
    for (const OptionIndex option : neighbourhood.options)
      if (count_.built(option)) built.push_back(option);
    return built;
  }

  void exchange(const std::vector<OptionIndex>& out, const std::vector<OptionIndex>& in) {
    for (const OptionIndex option : out)
      count_.remove(option);
    for (const OptionIndex option : in)
      count_.build(option);
  }

  const Problem& problem_;
  const std::vector<bool>& allowed_;
  const ImproveLimits& limits_;
  CoverageCount& count_;
  progress::Deadline deadline_;
  std::mt19937 random_;
};

}  // namespace

void improve_selection(const Problem& problem, const std::vector<bool>& allowed, const ImproveLimits& limits,
                       CoverageCount& count, const progress::Progress& progress) {
  Improver improver(problem, allowed, limits, count);
  const bool maximises = problem.goal.budget_capex.has_value();
  for (std::size_t round = 0; round < limits.rounds; ++round) {
    progress.throw_if_stopped();
    improver.round(progress);
    if (limits.content && limits.content(maximises ? count.value() : count.cost())) return;
  }
}

}  // namespace phusong::covering

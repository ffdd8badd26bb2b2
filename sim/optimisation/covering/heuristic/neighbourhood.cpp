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

/// What is left of a hamlet: layers with a fixed option that is built are served, other fixed options are no longer
/// there.
Demand hamlet_around(Demand hamlet, const CoverageCount& count, const std::vector<OptionIndex>& number) {
  for (Alternative& way : hamlet.ways) {
    for (DemandPoint& point : way.points) {
      std::erase_if(point.layers, [&](const std::vector<OptionIndex>& layer) {
        return std::any_of(layer.begin(), layer.end(),
                           [&](OptionIndex option) { return number[option] == kFixed && count.built(option); });
      });
      for (auto& layer : point.layers) {
        std::erase_if(layer, [&](OptionIndex option) { return number[option] == kFixed; });
        for (OptionIndex& option : layer)
          option = number[option];
      }
    }
  }
  return hamlet;
}

/// Hamlets a commune that the rest leaves to be reached.
std::vector<std::size_t> communes_around(const Problem& problem, const CoverageCount& count,
                                         const std::vector<std::uint32_t>& hamlets) {
  std::vector<std::size_t> least = problem.goal.least_hamlets_of_commune;
  for (std::size_t c = 0; c < least.size(); ++c) {
    std::size_t elsewhere = count.hamlets_of_commune(c);
    for (const std::uint32_t h : hamlets)
      if (problem.hamlets[h].commune == c && count.counts(h)) elsewhere -= problem.hamlets[h].hamlets;
    least[c] -= std::min(least[c], elsewhere);
  }
  return least;
}

}  // namespace

Neighbourhood neighbourhood_of(const CoverageCount& count, const std::vector<std::uint32_t>& hamlets,
                               const std::vector<bool>& allowed) {
  Neighbourhood neighbourhood;
  for (const std::uint32_t hamlet : hamlets) {
    for (const OptionIndex option : count.options_of(hamlet))
      if (count.built(option) || allowed[option]) neighbourhood.options.push_back(option);
  }
  sort_unique(neighbourhood.options);
  // A place may be held by an option that stays.
  const auto is_free = [&](OptionIndex option) {
    return std::binary_search(neighbourhood.options.begin(), neighbourhood.options.end(), option);
  };
  std::vector<OptionIndex> kept;
  for (const OptionIndex option : neighbourhood.options) {
    const OptionIndex holder = count.holder_of_place(option);
    if (holder == CoverageCount::kNone || is_free(holder)) kept.push_back(option);
  }
  neighbourhood.options = std::move(kept);
  for (const OptionIndex option : neighbourhood.options) {
    const auto& served = count.hamlets_of(option);
    neighbourhood.hamlets.insert(neighbourhood.hamlets.end(), served.begin(), served.end());
  }
  sort_unique(neighbourhood.hamlets);
  return neighbourhood;
}

Problem problem_around(const Problem& problem, const CoverageCount& count, const Neighbourhood& neighbourhood,
                       double spare_value) {
  Problem around;
  std::vector<OptionIndex> number(problem.options.size(), kFixed);
  double capex = 0.0, value = 0.0;
  for (const OptionIndex option : neighbourhood.options) {
    number[option] = static_cast<OptionIndex>(around.options.size());
    around.options.push_back(problem.options[option]);
    if (count.built(option)) capex += problem.options[option].capex;
  }
  for (const std::uint32_t h : neighbourhood.hamlets) {
    around.hamlets.push_back(hamlet_around(problem.hamlets[h], count, number));
    if (count.counts(h)) value += problem.hamlets[h].value;
  }
  around.goal.least_value = value - spare_value;
  if (problem.goal.budget_capex) around.goal.budget_capex = *problem.goal.budget_capex - count.capex() + capex;
  around.goal.least_hamlets_of_commune = communes_around(problem, count, neighbourhood.hamlets);
  return around;
}

std::optional<std::vector<OptionIndex>> improve(const Problem& around, double objective_now, const ImproveWork& work,
                                                const progress::Progress& progress) {
  const PresolvedProblem reduced = reduce(around);
  const bool maximises = reduced.problem.goal.budget_capex.has_value();
  const double now = maximises ? reduced.counted_value - objective_now : objective_now;
  if (reduced.problem.options.empty() || reduced.problem.hamlets.empty()) {
    return !maximises && objective_now > 1e-9 ? std::optional(std::vector<OptionIndex>{}) : std::nullopt;
  }
  CutRelaxation relaxation(reduced.problem, minimised(master_model(reduced.problem)));
  constexpr std::size_t kRounds = 30;
  const double least_gain = 1e-6 * std::max(1.0, std::abs(now));
  relaxation.tighten(kRounds, progress, work.time_limit_s);
  constexpr std::size_t kIntegerRounds = 4;
  const milp::Relaxation& root =
      tighten_by_integer_cuts(reduced.problem, relaxation, kIntegerRounds, progress, work.time_limit_s);
  if (!root.feasible || root.objective >= now - least_gain) return {};
  const milp::Solution solution = milp::branch_and_cut(relaxation.lazy_model(), milp::SearchFor::kSolutions,
                                                       {.nodes = work.nodes,
                                                        .time_limit_s = work.time_limit_s,
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

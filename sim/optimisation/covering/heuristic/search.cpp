#include "sim/optimisation/covering/heuristic/search.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <vector>

#include "sim/optimisation/covering/cuts/cut_relaxation.h"
#include "sim/optimisation/covering/cuts/integer_cuts.h"
#include "sim/optimisation/covering/decomposition/lagrangian_decomposition.h"
#include "sim/optimisation/covering/decomposition/lagrangian_dual.h"
#include "sim/optimisation/covering/heuristic/greedy_construction.h"
#include "sim/optimisation/covering/heuristic/large_neighbourhood_search.h"
#include "sim/optimisation/covering/problem/master_model.h"
#include "sim/optimisation/covering/problem/model_of.h"
#include "sim/optimisation/covering/problem/value.h"
#include "sim/optimisation/milp/solve.h"
#include "sim/progress/deadline.h"

namespace phusong::covering {

namespace {

using progress::StopReason;

/// Number of coefficients: the time of a linear program grows with it.
std::size_t terms_of(const milp::Model& model) {
  std::size_t terms = 0;
  for (const milp::Row& row : model.rows)
    terms += row.terms.size();
  return terms;
}

SearchResult build_nothing(const Problem& problem) {
  return {.feasible = reaches_goal(problem, CoverageCount(problem)),
          .stopped_by = StopReason::kOptimal,
          .solver = "reductions"};
}

/// A search under way: the incumbent and the best bound so far. The objective is minimised: with a budget it is the
/// negative value.
class Search {
 public:
  Search(const Problem& problem, const Settings& settings, progress::Progress& progress)
      : problem_(problem),
        settings_(settings),
        progress_(progress),
        deadline_(settings.time_limit_s),
        count_(problem),
        relaxation_(problem, minimised(master_model(problem))),
        bound_(maximises() ? -total_value(problem) : 0.0) {}

  SearchResult run() {
    progress_.begin("select", kParts);
    construct();
    progress_.advance(1);
    if (!reaches_goal(problem_, count_)) return fallback_mip();
    if (problem_.demands.size() > settings_.most_demands_in_one_relaxation) {
      run_with_lagrangian_dual();
    } else {
      run_with_one_relaxation();
    }
    return result();
  }

 private:
  static constexpr std::size_t kParts = 8;  // of the work, the construction first
  // A problem with fewer demands is not decomposed: branching in one piece does more.
  static constexpr std::size_t kLeastDemandsToDecompose = 120;
  // Size of a subproblem that branch and cut mostly solves to the end: built options, and demands at least.
  static constexpr std::size_t kOptionsPerSubproblem = 6, kDemandsPerSubproblem = 80;
  static constexpr double kWhole = 1e-4;  // tolerance below a whole number for a bound on whole values
  static constexpr double kExact = 1e-7;  // rounding of linear programs

  /// Works through the parts after the construction.
  void work_through(const std::array<std::function<void()>, kParts - 1>& parts) {
    for (const std::function<void()>& part : parts) {
      part();
      progress_.advance(1);
    }
  }

  void run_with_one_relaxation() {
    work_through({{[&] { relax(); }, [&] { add_integer_cuts(); }, [&] { search_neighbourhoods(demands_per(3, 30)); },
                   [&] { search_neighbourhoods(demands_per(5, 60)); }, [&] { add_subproblem_cuts(); },
                   [&] { search_neighbourhoods(demands_per(8, 90)); }, [&] { branch(); }}});
  }

  void run_with_lagrangian_dual() {
    LagrangianDual dual(problem_, count_);
    const progress::Deadline third(deadline_.left_s() / 3.0);
    const auto iterate = [&](const DualIterations& plan) {
      dual.iterate(plan, progress_, third.left_s());
      cut_short_ = third.is_over();
      take_bound(dual);
    };
    const std::size_t small = demands_per(8, 60);
    work_through(
        {{[&] {
            iterate({.iterations = 12, .demands = small, .integer_rounds = 0});
            iterate({.iterations = 6, .demands = small, .integer_rounds = 6});
          },
          [&] { iterate({.iterations = 8, .demands = demands_per(20, 150), .integer_rounds = 6}); },
          [&] { iterate({.iterations = 6, .demands = demands_per(40, 300), .integer_rounds = 6}); },
          [&] { search_neighbourhoods(demands_per(3, 30)); }, [&] { search_neighbourhoods(demands_per(5, 60)); },
          [&] { branch(dual); }, [&] { search_neighbourhoods_while_it_pays(demands_per(8, 90)); }}});
  }

  /// Branches in regions that are sized by the incumbent of now.
  void branch(LagrangianDual& dual) {
    if (is_over()) return;
    dual.branch(demands_per(kOptionsPerSubproblem, kDemandsPerSubproblem), {.time_limit_s = deadline_.left_s()},
                progress_);
    take_bound(dual);
  }

  void take_bound(const LagrangianDual& dual) {
    raise_bound(dual.bound());
    reduced_costs_ = dual.reduced_costs();
  }

  bool maximises() const { return problem_.goal.budget_capex.has_value(); }

  double objective() const { return maximises() ? -count_.value() : count_.cost(); }
  double gap() const { return (objective() - bound_) / std::max(std::abs(objective()), 1e-9); }
  bool is_content() const { return gap() <= std::max(settings_.gap, kExact); }
  bool is_over() const { return is_content() || deadline_.is_over(); }

  /// Raises the bound, up to the next whole number where the objective is one.
  void raise_bound(double bound) {
    if (maximises() && has_whole_values(problem_)) bound = std::ceil(bound - std::max(kWhole, 1e-6 * std::abs(bound)));
    bound_ = std::min(std::max(bound_, bound), objective());
  }

  void construct() {
    std::vector<double> cost, profit;
    std::vector<OptionIndex> all;
    for (const Option& option : problem_.options) {
      all.push_back(static_cast<OptionIndex>(all.size()));
      cost.push_back(maximises() ? option.capex : option.cost);
    }
    for (const Demand& demand : problem_.demands)
      profit.push_back(demand.value);
    construct_greedily({.problem = problem_, .cost = cost, .profit = profit}, count_, all);
  }

  /// Fallback where the construction does not reach the goal: solves the whole model by CBC, which decides whether any
  /// selection does.
  SearchResult fallback_mip() {
    const milp::Solution solution = milp::solve(
        model_of(problem_), {.relative_gap = settings_.gap, .time_limit_s = deadline_.left_s(), .stop_requested = [&] {
                               return progress_.stop_requested();
                             }});
    progress_.throw_if_stopped();
    if (!solution.feasible)
      return {.stopped_by = solution.stopped_by_time ? StopReason::kTime : StopReason::kOptimal, .solver = "CBC"};
    accept_incumbent(solution.values);
    raise_bound(maximises() ? -solution.bound : solution.bound);
    solver_ = "CBC";
    return result();
  }

  void relax() {
    constexpr std::size_t kRounds = 60;
    // Half of the time at most: the rest is for the incumbent.
    const progress::Deadline half(deadline_.left_s() / 2.0);
    const milp::Relaxation& relaxed = relaxation_.tighten(kRounds, progress_, half.left_s());
    cut_short_ = half.is_over();
    take_bound(relaxed);
  }

  void add_integer_cuts() {
    constexpr std::size_t kRounds = 40;
    if (is_over() || !relaxation_.relaxation().feasible) return;
    const progress::Deadline half(deadline_.left_s() / 2.0);
    const milp::Relaxation& relaxed = tighten_by_integer_cuts(problem_, relaxation_, kRounds, progress_, half.left_s());
    cut_short_ = cut_short_ || half.is_over();
    take_bound(relaxed);
  }

  void take_bound(const milp::Relaxation& relaxed) {
    if (relaxed.feasible) raise_bound(relaxed.objective);
    reduced_costs_ = relaxed.reduced_costs;
  }

  /// Flags the options with the least reduced costs (the core problem of Caprara, Fischetti and Toth): where many
  /// options are nearly the same these are enough, and neighbourhoods may be larger.
  std::vector<bool> core_options() const {
    const std::size_t all = problem_.options.size(), some = std::max<std::size_t>(1000, all / 8);
    if (reduced_costs_.empty() || some >= all) return std::vector<bool>(all, true);
    const std::vector<double>& costs = reduced_costs_;
    std::vector<double> least(costs.begin(), costs.begin() + static_cast<std::ptrdiff_t>(all));
    std::nth_element(least.begin(), least.begin() + static_cast<std::ptrdiff_t>(some), least.end());
    std::vector<bool> is_core(all);
    for (std::size_t i = 0; i < all; ++i)
      is_core[i] = costs[i] <= least[some];
    return is_core;
  }

  /// Number of demands per so many built options of the incumbent, but no fewer than `least`.
  std::size_t demands_per(std::size_t options, std::size_t least) const {
    const std::size_t built = std::max<std::size_t>(1, count_.selection().size());
    return std::max(least, options * problem_.demands.size() / built);
  }

  /// Large neighbourhood search with so many demands per neighbourhood; more rounds where there are more demands. The
  /// first one, which costs little time, runs whatever gap is asked for: an early bound is no reason to pay more.
  void search_neighbourhoods(std::size_t demands) {
    const bool is_first = searches_ == 0;
    const auto is_enough = [this, is_first] { return is_first ? gap() <= kExact || deadline_.is_over() : is_over(); };
    if (is_enough()) return;
    const NeighbourhoodSearchLimits limits{.rounds = 10 + 4 * problem_.demands.size() / demands,
                                           .demands = demands,
                                           .seed = settings_.seed + searches_++,
                                           .time_limit_s = deadline_.left_s(),
                                           .content = [&](double) { return is_enough(); }};
    large_neighbourhood_search(problem_, core_options(), limits, count_, progress_);
  }

  /// Repeats the search until it gains little.
  void search_neighbourhoods_while_it_pays(std::size_t demands) {
    constexpr std::size_t kMostSearches = 12;
    constexpr double kLittle = 2e-3;  // of the objective
    for (std::size_t k = 0; k < kMostSearches && !is_over(); ++k) {
      const double before = objective();
      search_neighbourhoods(demands);
      if (before - objective() < kLittle * std::abs(before)) break;
    }
  }

  void add_subproblem_cuts() {
    constexpr std::size_t kRounds = 4;
    constexpr double kLeastGain = 1e-3;  // relative, per round: a round takes minutes where there are many demands
    if (problem_.demands.size() < kLeastDemandsToDecompose || !relaxation_.relaxation().feasible) return;
    const std::size_t size = demands_per(kOptionsPerSubproblem, kDemandsPerSubproblem);
    const LagrangianDecomposition decomposition(problem_, count_,
                                                split_in_regions(count_, problem_.demands.size(), size));
    for (std::size_t round = 0; round < kRounds && !is_over(); ++round) {
      const double before = bound_;
      if (!tighten_by_subproblems(decomposition) || bound_ - before < kLeastGain * std::abs(before)) break;
    }
  }

  /// Returns false where no subproblem cut is violated.
  bool tighten_by_subproblems(const LagrangianDecomposition& decomposition) {
    constexpr std::size_t kRounds = 5;
    const std::vector<Cut> cuts = decomposition.cuts(relaxation_, {.time_limit_s = deadline_.left_s()}, progress_);
    if (cuts.empty()) return false;
    relaxation_.add(cuts);
    relaxation_.tighten(kRounds, progress_, deadline_.left_s());
    const milp::Relaxation& relaxed =
        tighten_by_integer_cuts(problem_, relaxation_, kRounds, progress_, deadline_.left_s());
    take_bound(relaxed);
    return relaxed.feasible;
  }

  /// Branch and cut over the whole problem; the larger the model, the fewer nodes. A small problem goes on beyond the
  /// gap that is asked for: a few seconds may save a percent of the cost.
  void branch() {
    constexpr double kMostGap = 0.02;  // the affordable nodes of a large problem do not close a larger one
    constexpr std::size_t kManyTerms = 50'000;
    if (gap() <= kExact || deadline_.is_over() || !relaxation_.relaxation().feasible) return;
    const milp::LazyModel lazy = relaxation_.lazy_model();
    const std::size_t terms = terms_of(lazy.model);
    const bool is_large = problem_.demands.size() > 2 * kLeastDemandsToDecompose || terms > kManyTerms;
    if (is_large && (is_content() || gap() > kMostGap)) return;
    const auto nodes = static_cast<std::int64_t>(
        std::min(1e6 / static_cast<double>(100 + problem_.options.size()), 1e7 / static_cast<double>(1 + terms)));
    const milp::Solution solution = milp::branch_and_cut(lazy, milp::SearchFor::kBound,
                                                         {.relative_gap = is_large ? settings_.gap : 0.0,
                                                          .nodes = nodes,
                                                          .time_limit_s = deadline_.left_s(),
                                                          .stop_requested = [&] { return progress_.stop_requested(); }},
                                                         objective() - kExact * std::max(1.0, std::abs(objective())));
    progress_.throw_if_stopped();
    if (solution.feasible && solution.objective < objective()) accept_incumbent(solution.values);
    raise_bound(solution.outcome == milp::Outcome::kInfeasible ? objective() : solution.bound);
  }

  /// Accepts the selection of a model's values as the incumbent if it is feasible.
  void accept_incumbent(const std::vector<double>& values) {
    std::vector<OptionIndex> built;
    for (OptionIndex i = 0; i < problem_.options.size(); ++i)
      if (values[i] > 0.5) built.push_back(i);
    if (!is_feasible(problem_, built)) return;
    for (const OptionIndex option : count_.selection())
      count_.remove(option);
    for (const OptionIndex option : built)
      count_.build(option);
  }

  SearchResult result() const {
    SearchResult result{.feasible = true, .built = count_.selection(), .solver = solver_};
    const Totals totals = totals_of(problem_, result.built);
    result.objective = maximises() ? totals.value : totals.cost;
    result.bound = maximises() ? -bound_ : bound_;
    if (gap() <= kExact) {
      result.stopped_by = StopReason::kOptimal;
      result.bound = result.objective;
    } else if (cut_short_ || deadline_.is_over()) {
      // Also where the gap is small enough: another run may end otherwise.
      result.stopped_by = StopReason::kTime;
    } else {
      result.stopped_by = is_content() ? StopReason::kGap : StopReason::kWork;
    }
    return result;
  }

  const Problem& problem_;
  const Settings& settings_;
  progress::Progress& progress_;
  progress::Deadline deadline_;
  CoverageCount count_;  ///< the incumbent
  CutRelaxation relaxation_;
  double bound_;
  std::int64_t searches_ = 0;          ///< neighbourhood searches so far
  std::vector<double> reduced_costs_;  ///< of the variables, by the last relaxation; empty where it is infeasible
  bool cut_short_ = false;             ///< the time was over for a part of the work
  std::string solver_ =
      "greedy and neighbourhoods by branch and cut; bound by cover, Balas-Ng and zero-half cuts, CLP and CBC";
};

}  // namespace

SearchResult search(const Problem& problem, const Settings& settings, progress::Progress& progress) {
  if (problem.options.empty() || (!problem.goal.budget_capex && reaches_goal(problem, CoverageCount(problem))))
    return build_nothing(problem);
  return Search(problem, settings, progress).run();
}

}  // namespace phusong::covering

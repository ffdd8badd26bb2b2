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
#include "sim/optimisation/covering/heuristic/construct.h"
#include "sim/optimisation/covering/heuristic/large_neighbourhood_search.h"
#include "sim/optimisation/covering/problem/master_model.h"
#include "sim/optimisation/covering/problem/value.h"
#include "sim/optimisation/milp/solve.h"
#include "sim/progress/deadline.h"

namespace phusong::covering {

namespace {

/// Coefficients that are not 0: what a linear program takes grows with them.
std::size_t terms_of(const milp::Model& model) {
  std::size_t terms = 0;
  for (const milp::Row& row : model.rows)
    terms += row.terms.size();
  return terms;
}

SearchResult nothing_to_build(const Problem& problem) {
  return {.feasible = reaches_goal(problem, CoverageCount(problem)), .stopped_by = "optimal", .solver = "reductions"};
}

/// A search under way: the best selection and the best bound so far, as a problem that is minimised.
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
    if (!reaches_goal(problem_, count_)) return by_driver();
    if (problem_.hamlets.size() > settings_.hamlets_at_once) {
      run_by_regions();
    } else {
      run_at_once();
    }
    return result();
  }

 private:
  static constexpr std::size_t kParts = 8;           // of the work, the construction first
  static constexpr std::size_t kLeastHamlets = 120;  // of a problem in pieces: below, branching does more
  static constexpr std::size_t kStationsOfPiece = 6, kHamletsOfPiece = 80;  // what branching comes to an end with
  static constexpr double kWhole = 1e-4;  // what a bound of whole values may lack of a whole number
  static constexpr double kExact = 1e-7;  // what the rounding of linear programs leaves

  /// One part of the work after the other.
  void work_through(const std::array<std::function<void()>, kParts - 1>& parts) {
    for (const std::function<void()>& part : parts) {
      part();
      progress_.advance(1);
    }
  }

  void run_at_once() {
    work_through({{[&] { relax(); }, [&] { add_integer_cuts(); }, [&] { improve(hamlets_of_stations(3, 30)); },
                   [&] { improve(hamlets_of_stations(5, 60)); }, [&] { add_piece_cuts(); },
                   [&] { improve(hamlets_of_stations(8, 90)); }, [&] { branch(); }}});
  }

  void run_by_regions() {
    LagrangianDual regional(problem_, count_);
    const progress::Deadline third(deadline_.left_s() / 3.0);
    const auto tighten = [&](const RegionPasses& passes) {
      regional.tighten(passes, progress_, third.left_s());
      cut_short_ = third.is_over();
      take_over(regional);
    };
    const std::size_t small = hamlets_of_stations(8, 60);
    work_through({{[&] {
                     tighten({.passes = 12, .hamlets = small, .integer_rounds = 0});
                     tighten({.passes = 6, .hamlets = small, .integer_rounds = 6});
                   },
                   [&] { tighten({.passes = 8, .hamlets = hamlets_of_stations(20, 150), .integer_rounds = 6}); },
                   [&] { tighten({.passes = 6, .hamlets = hamlets_of_stations(40, 300), .integer_rounds = 6}); },
                   [&] { improve(hamlets_of_stations(3, 30)); }, [&] { improve(hamlets_of_stations(5, 60)); },
                   [&] { branch(regional); }, [&] { improve_while_it_pays(hamlets_of_stations(8, 90)); }}});
  }

  /// In the regions that the selection of now makes.
  void branch(LagrangianDual& regional) {
    if (is_over()) return;
    regional.branch(hamlets_of_stations(kStationsOfPiece, kHamletsOfPiece), {.time_limit_s = deadline_.left_s()},
                    progress_);
    take_over(regional);
  }

  void take_over(const LagrangianDual& regional) {
    raise_bound(regional.bound());
    reduced_costs_ = regional.reduced_costs();
  }

  bool maximises() const { return problem_.goal.budget_capex.has_value(); }

  double objective() const { return maximises() ? -count_.value() : count_.cost(); }
  double gap() const { return (objective() - bound_) / std::max(std::abs(objective()), 1e-9); }
  bool is_content() const { return gap() <= std::max(settings_.gap, kExact); }
  bool is_over() const { return is_content() || deadline_.is_over(); }

  /// Of whole values no sum lies between two whole numbers.
  void raise_bound(double bound) {
    if (maximises() && has_whole_values(problem_)) bound = std::ceil(bound - std::max(kWhole, 1e-6 * std::abs(bound)));
    bound_ = std::min(std::max(bound_, bound), objective());
  }

  void construct() {
    std::vector<double> price, prize;
    std::vector<OptionIndex> all;
    for (const Option& option : problem_.options) {
      all.push_back(static_cast<OptionIndex>(all.size()));
      price.push_back(maximises() ? option.capex : option.cost);
    }
    for (const Demand& hamlet : problem_.hamlets)
      prize.push_back(hamlet.value);
    complete({.problem = problem_, .price = price, .prize = prize}, count_, all);
  }

  /// Where the construction finds nothing that reaches the goal: CBC says whether there is something.
  SearchResult by_driver() {
    const milp::Solution solution = milp::solve(
        model_of(problem_), {.relative_gap = settings_.gap, .time_limit_s = deadline_.left_s(), .stop_requested = [&] {
                               return progress_.stop_requested();
                             }});
    progress_.throw_if_stopped();
    if (!solution.feasible) return {.stopped_by = solution.stopped_by_time ? "time" : "optimal", .solver = "CBC"};
    take_over(solution.values);
    raise_bound(maximises() ? -solution.bound : solution.bound);
    solver_ = "CBC";
    return result();
  }

  void relax() {
    constexpr std::size_t kRounds = 60;
    // Half of the time at most: a solution comes first.
    const progress::Deadline half(deadline_.left_s() / 2.0);
    const milp::Relaxation& relaxed = relaxation_.tighten(kRounds, progress_, half.left_s());
    cut_short_ = half.is_over();
    take_over(relaxed);
  }

  void add_integer_cuts() {
    constexpr std::size_t kRounds = 40;
    if (is_over() || !relaxation_.relaxation().feasible) return;
    const progress::Deadline half(deadline_.left_s() / 2.0);
    const milp::Relaxation& relaxed = tighten_by_integer_cuts(problem_, relaxation_, kRounds, progress_, half.left_s());
    cut_short_ = cut_short_ || half.is_over();
    take_over(relaxed);
  }

  void take_over(const milp::Relaxation& relaxed) {
    if (relaxed.feasible) raise_bound(relaxed.objective);
    reduced_costs_ = relaxed.reduced_costs;
  }

  /// Options whose reduced costs are among the least: of many that are nearly the same these are enough, and
  /// neighbourhoods may be larger.
  std::vector<bool> worth_trying() const {
    const std::size_t all = problem_.options.size(), some = std::max<std::size_t>(1000, all / 8);
    if (reduced_costs_.empty() || some >= all) return std::vector<bool>(all, true);
    const std::vector<double>& costs = reduced_costs_;
    std::vector<double> least(costs.begin(), costs.begin() + static_cast<std::ptrdiff_t>(all));
    std::nth_element(least.begin(), least.begin() + static_cast<std::ptrdiff_t>(some), least.end());
    std::vector<bool> worth(all);
    for (std::size_t i = 0; i < all; ++i)
      worth[i] = costs[i] <= least[some];
    return worth;
  }

  /// So many hamlets as some stations of the selection count for, but no fewer than `least`.
  std::size_t hamlets_of_stations(std::size_t stations, std::size_t least) const {
    const std::size_t built = std::max<std::size_t>(1, count_.selection().size());
    return std::max(least, stations * problem_.hamlets.size() / built);
  }

  /// Neighbourhoods of so many hamlets; more of them where there are more hamlets. The first pass, which costs little,
  /// is made whatever gap is asked for: a bound that is good early is no reason to pay more.
  void improve(std::size_t hamlets) {
    const bool is_first = pass_ == 0;
    const auto is_enough = [this, is_first] { return is_first ? gap() <= kExact || deadline_.is_over() : is_over(); };
    if (is_enough()) return;
    const ImproveLimits limits{.rounds = 10 + 4 * problem_.hamlets.size() / hamlets,
                               .hamlets = hamlets,
                               .seed = settings_.seed + pass_++,
                               .time_limit_s = deadline_.left_s(),
                               .content = [&](double) { return is_enough(); }};
    improve_selection(problem_, worth_trying(), limits, count_, progress_);
  }

  /// Passes until one of them gains little.
  void improve_while_it_pays(std::size_t hamlets) {
    constexpr std::size_t kMostPasses = 12;
    constexpr double kLittle = 2e-3;  // of the objective
    for (std::size_t pass = 0; pass < kMostPasses && !is_over(); ++pass) {
      const double before = objective();
      improve(hamlets);
      if (before - objective() < kLittle * std::abs(before)) break;
    }
  }

  void add_piece_cuts() {
    constexpr std::size_t kRounds = 4;
    constexpr double kLeastGain = 1e-3;  // of a round: a round takes minutes where hamlets are many
    if (problem_.hamlets.size() < kLeastHamlets || !relaxation_.relaxation().feasible) return;
    const LagrangianDecomposition pieces(
        problem_, count_,
        split_in_regions(count_, problem_.hamlets.size(), hamlets_of_stations(kStationsOfPiece, kHamletsOfPiece)));
    for (std::size_t round = 0; round < kRounds && !is_over(); ++round) {
      const double before = bound_;
      if (!tighten_by(pieces) || bound_ - before < kLeastGain * std::abs(before)) break;
    }
  }

  /// False where the pieces have nothing more to say.
  bool tighten_by(const LagrangianDecomposition& pieces) {
    constexpr std::size_t kRounds = 5;
    const std::vector<milp::Row> cuts = pieces.cuts(relaxation_, {.time_limit_s = deadline_.left_s()}, progress_);
    if (cuts.empty()) return false;
    relaxation_.add(cuts);
    relaxation_.tighten(kRounds, progress_, deadline_.left_s());
    const milp::Relaxation& relaxed =
        tighten_by_integer_cuts(problem_, relaxation_, kRounds, progress_, deadline_.left_s());
    take_over(relaxed);
    return relaxed.feasible;
  }

  /// Branching over the whole problem; nodes by what one of them takes. A small one goes on beyond the gap that is
  /// asked for: seconds may save a percent of the cost.
  void branch() {
    constexpr double kMostGap = 0.02;  // a larger one is not closed by what nodes of a large problem can be paid
    constexpr std::size_t kManyTerms = 50'000;
    if (gap() <= kExact || deadline_.is_over() || !relaxation_.relaxation().feasible) return;
    const milp::LazyModel lazy = relaxation_.lazy_model();
    const std::size_t terms = terms_of(lazy.model);
    const bool is_large = problem_.hamlets.size() > 2 * kLeastHamlets || terms > kManyTerms;
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
    if (solution.feasible && solution.objective < objective()) take_over(solution.values);
    raise_bound(solution.outcome == milp::Outcome::kInfeasible ? objective() : solution.bound);
  }

  /// Takes a model's values over if they are a selection that is better.
  void take_over(const std::vector<double>& values) {
    std::vector<OptionIndex> built;
    for (OptionIndex i = 0; i < problem_.options.size(); ++i)
      if (values[i] > 0.5) built.push_back(i);
    if (!keeps_goal(problem_, built)) return;
    for (const OptionIndex option : count_.selection())
      count_.remove(option);
    for (const OptionIndex option : built)
      count_.build(option);
  }

  SearchResult result() const {
    SearchResult result{.feasible = true, .built = count_.selection(), .solver = solver_};
    const Reached reached = reached_by(problem_, result.built);
    result.objective = maximises() ? reached.value : reached.cost;
    result.bound = maximises() ? -bound_ : bound_;
    if (gap() <= kExact) {
      result.stopped_by = "optimal";
      result.bound = result.objective;
    } else if (cut_short_ || deadline_.is_over()) {
      // Also where the gap is small enough: another run may end otherwise.
      result.stopped_by = "time";
    } else {
      result.stopped_by = is_content() ? "gap" : "work";
    }
    return result;
  }

  const Problem& problem_;
  const Settings& settings_;
  progress::Progress& progress_;
  progress::Deadline deadline_;
  CoverageCount count_;
  CutRelaxation relaxation_;
  double bound_;
  std::int64_t pass_ = 0;
  std::vector<double> reduced_costs_;  ///< of the variables, by the last relaxation; empty where it has no solution
  bool cut_short_ = false;             ///< the time was over for a part of the work
  std::string solver_ =
      "greedy and neighbourhoods by branch and cut; bound by cover, Balas-Ng and zero-half cuts, CLP and CBC";
};

}  // namespace

SearchResult search(const Problem& problem, const Settings& settings, progress::Progress& progress) {
  if (problem.options.empty() || (!problem.goal.budget_capex && reaches_goal(problem, CoverageCount(problem))))
    return nothing_to_build(problem);
  return Search(problem, settings, progress).run();
}

}  // namespace phusong::covering

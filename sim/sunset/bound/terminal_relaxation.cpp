#include "sim/sunset/bound/terminal_relaxation.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <functional>
#include <iterator>
#include <numeric>

#include "sim/sunset/bound/component_solver.h"
#include "sim/sunset/bound/dominated_cells.h"
#include "sim/sunset/bound/packing_bound.h"
#include "sim/sunset/model/tolerances.h"

namespace phusong::sunset {
namespace {

/// Error of a number of handsets that CLP's tolerance leaves at the least multiplier.
constexpr double kHandsetError = 0.1;
/// Bisection steps of the multiplier, in cells per handset; fewer where a relaxation takes seconds.
constexpr int kMultipliers = 12, kFewMultipliers = 4;
constexpr std::size_t kManyVariables = 20000;
constexpr double kGreatestMultiplier = 4.0;

std::int64_t at_least(double relaxed) {
  return static_cast<std::int64_t>(std::ceil(relaxed - kSolverTolerance));
}

/// Solves the relaxation component by component.
class TerminalSolver {
 public:
  TerminalSolver(const SunsetModel& model, int period, progress::Progress& progress)
      : model_(model),
        progress_(progress),
        handsets_(static_cast<double>(model.subsidies_per_period * period)),
        fixings_(presolve(model, period)),
        keep_(model.cells.size()) {
    note_fixed_on(fixings_.cells, {});
    std::vector<Component> open = connected_components(model, fixings_, period);
    for (std::size_t i = 0; i < open.size(); ++i) {
      const std::vector<CellIndex> dominated = dominated_cells(open[i].model);
      if (dominated.empty()) {
        components_.push_back(std::move(open[i]));
      } else {
        split(open[i], dominated, open);
      }
    }
    fixed_on_ = std::ranges::count(keep_, true);
  }

  /// The bound of the packings, where each component has all handsets to itself.
  TerminalRelaxation bound() const {
    std::int64_t bound = fixed_on_;
    for (const Component& component : components_)
      bound += packing_bound(component.model);
    return {.fewest_on = bound, .state = {}, .may_be_refarmed = may_be_refarmed()};
  }

  /// A bound is known only where no state has fewer cells on: then each component has its fewest.
  std::int64_t fewest_handsets(std::int64_t cells_on) {
    set_up_solvers();
    std::vector<std::int64_t> fewest;
    for (ComponentSolver& solver : solvers_)
      fewest.push_back(at_least(solver.search(0.0, progress_).bound));
    if (fixed_on_ + std::accumulate(fewest.begin(), fewest.end(), std::int64_t{0}) < cells_on) return 0;
    std::int64_t handsets = 0;
    for (std::size_t i = 0; i < solvers_.size(); ++i)
      handsets += fewest_handsets_of(i, fewest[i]);
    return handsets;
  }

  TerminalRelaxation state() {
    set_up_solvers();
    const Sum freely = search(0.0);
    std::int64_t bound = freely.whole_bound;
    if (!freely.is_whole) return {.fewest_on = fixed_on_ + bound, .state = {}, .may_be_refarmed = may_be_refarmed()};
    std::vector<ComponentSolver::State> states = freely.states;
    if (freely.handsets > handsets_) {
      const double multiplier = fitting_multiplier();
      std::vector<std::vector<ComponentSolver::State>> tried;
      for (const double factor : has_many_variables() ? std::vector{1.0} : std::vector{4.0, 2.0, 1.0, 0.5, 0.25}) {
        Sum weighted = search(factor * multiplier);
        bound = std::max(bound, at_least(weighted.bound - factor * multiplier * handsets_));
        tried.push_back(std::move(weighted.states));
      }
      tried.push_back(freely.states);
      states = best_that_fit(tried);
    }
    return put_together(bound, states);
  }

 private:
  /// Sums over all components.
  struct Sum {
    double bound = 0.0, handsets = 0.0;
    std::int64_t whole_bound =
        0;  ///< bound on cells: per component, less the greatest cost of its handsets, rounded up
    std::vector<ComponentSolver::State> states;
    bool is_whole = true;  ///< every component has a state
  };

  const SunsetModel& model_;
  progress::Progress& progress_;
  double handsets_;
  Fixings fixings_;         ///< of the whole model
  std::vector<bool> keep_;  ///< cells that are fixed on
  std::vector<Component> components_;
  std::deque<ComponentSolver> solvers_;
  std::int64_t fixed_on_ = 0;

  void set_up_solvers() {
    for (const Component& component : components_)
      solvers_.emplace_back(component);
  }

  /// Appends the components that are left of a component without its dominated cells to `open`.
  void split(const Component& component, const std::vector<CellIndex>& dominated, std::vector<Component>& open) {
    const Fixings fixings = presolve(component.model, 1, dominated);
    note_fixed_on(fixings.cells, component.cells);
    // `component` may be part of `open`, which grows.
    std::vector<Component> parts = connected_components(component.model, fixings, 1);
    for (Component& part : parts) {
      for (CellIndex& cell : part.cells)
        cell = component.cells[cell];
      for (DemandIndex& demand : part.demands)
        demand = component.demands[demand];
    }
    open.insert(open.end(), std::make_move_iterator(parts.begin()), std::make_move_iterator(parts.end()));
  }

  /// `index`: of the cells in the whole model; empty: the same.
  void note_fixed_on(const std::vector<Fixing>& fixings, const std::vector<CellIndex>& index) {
    for (CellIndex c = 0; c < fixings.size(); ++c)
      if (fixings[c] == Fixing::kOn) keep_[index.empty() ? c : index[c]] = true;
  }

  /// A multiplier at which all handsets together count less than a cell.
  double least_multiplier() const {
    std::int64_t most = 1;
    for (const Component& component : components_)
      most += handsets_without_volte(component);
    return 0.25 / static_cast<double>(most);
  }

  /// Lower bound on the handsets of a component in which no more than `cells` cells are on.
  std::int64_t fewest_handsets_of(std::size_t component, std::int64_t cells) {
    ComponentSolver& solver = solvers_[component];
    if (cells == 0 && solver.all_off()) return solver.all_off()->handsets;
    const double multiplier = least_multiplier();
    solver.set_cells_left_at_least(cells);
    const double beyond_cells = solver.relax(multiplier).bound - static_cast<double>(cells);
    return std::max<std::int64_t>(0, at_least(beyond_cells / multiplier - kHandsetError));
  }

  static std::int64_t handsets_without_volte(const Component& component) {
    std::int64_t handsets = 0;
    for (const Demand& demand : component.model.demands)
      handsets += total(demand.initial) - demand.initial[kVolteIndex];
    return handsets;
  }

  std::vector<bool> may_be_refarmed() const {
    std::vector<bool> may;
    for (const Fixing fixing : fixings_.carriers)
      may.push_back(fixing != Fixing::kOff);
    return may;
  }

  void add(std::size_t component, double multiplier, const ComponentSolver::Answer& answer, Sum& sum) const {
    const double most_paid = multiplier * static_cast<double>(handsets_without_volte(components_[component]));
    sum.bound += answer.bound;
    sum.whole_bound += at_least(answer.bound - most_paid);
    sum.handsets += answer.handsets;
  }

  Sum relax(double multiplier) {
    Sum sum;
    for (std::size_t i = 0; i < solvers_.size(); ++i) {
      progress_.throw_if_stopped();
      add(i, multiplier, solvers_[i].relax(multiplier), sum);
    }
    return sum;
  }

  Sum search(double multiplier) {
    Sum sum;
    for (std::size_t i = 0; i < solvers_.size(); ++i) {
      const ComponentSolver::Answer answer = solvers_[i].search(multiplier, progress_);
      add(i, multiplier, answer, sum);
      sum.is_whole = sum.is_whole && answer.state;
      sum.states.push_back(answer.state.value_or(solvers_[i].all_on()));
    }
    return sum;
  }

  bool has_many_variables() const {
    std::size_t variables = 0;
    for (const ComponentSolver& solver : solvers_)
      variables += solver.variables();
    return variables > kManyVariables;
  }

  /// About the least multiplier at which the relaxations need no more handsets than there are, by bisection.
  double fitting_multiplier() {
    double low = 0.0, high = kGreatestMultiplier;
    const int multipliers = has_many_variables() ? kFewMultipliers : kMultipliers;
    for (int i = 0; i < multipliers; ++i) {
      const double middle = i < multipliers / 2 && low == 0.0 ? high / 4.0 : 0.5 * (low + high);
      (relax(middle).handsets > handsets_ ? low : high) = middle;
    }
    return high;
  }

  /// A state per component within the handset budget, greedily: from all on, first the exchanges that switch off the
  /// most cells per handset.
  std::vector<ComponentSolver::State> best_that_fit(
      const std::vector<std::vector<ComponentSolver::State>>& tried) const {
    std::vector<ComponentSolver::State> chosen;
    for (const ComponentSolver& solver : solvers_)
      chosen.push_back(solver.all_on());
    double left = handsets_;
    for (const std::vector<ComponentSolver::State>& states : tried) {
      std::vector<std::size_t> order(states.size());
      std::iota(order.begin(), order.end(), std::size_t{0});
      const auto cells_per_handset = [&](std::size_t i) {
        const auto cells = static_cast<double>(chosen[i].cells_on - states[i].cells_on);
        return cells / static_cast<double>(std::max<std::int64_t>(1, states[i].handsets - chosen[i].handsets));
      };
      std::ranges::stable_sort(order, std::greater{}, cells_per_handset);
      for (const std::size_t i : order) {
        const auto more = static_cast<double>(states[i].handsets - chosen[i].handsets);
        if (states[i].cells_on >= chosen[i].cells_on || more > left) continue;
        left -= more;
        chosen[i] = states[i];
      }
    }
    return chosen;
  }

  TerminalRelaxation put_together(std::int64_t bound, const std::vector<ComponentSolver::State>& states) const {
    TerminalState state{.keep = keep_, .subsidies = std::vector<ClassCounts>(model_.demands.size())};
    for (std::size_t p = 0; p < components_.size(); ++p) {
      for (std::size_t c = 0; c < components_[p].cells.size(); ++c)
        state.keep[components_[p].cells[c]] = states[p].keep[c];
      for (std::size_t d = 0; d < components_[p].demands.size(); ++d)
        state.subsidies[components_[p].demands[d]] = states[p].subsidies[d];
      state.handsets += states[p].handsets;
    }
    state.cells_on = std::ranges::count(state.keep, true);
    return {.fewest_on = fixed_on_ + bound, .state = std::move(state), .may_be_refarmed = may_be_refarmed()};
  }
};

}  // namespace

TerminalRelaxation solve_terminal_relaxation(const SunsetModel& model, int period, RelaxationEffort effort,
                                             progress::Progress& progress) {
  TerminalSolver search(model, period, progress);
  return effort == RelaxationEffort::kBound ? search.bound() : search.state();
}

std::int64_t fewest_handsets(const SunsetModel& model, int period, std::int64_t cells_on,
                             progress::Progress& progress) {
  return TerminalSolver(model, period, progress).fewest_handsets(cells_on);
}

milp::Model terminal_model(const SunsetModel& model, int period) {
  const Fixings fixings = presolve(model, period);
  const Component all = single_component(model, fixings, period);
  ExactModel exact(all.model);
  exact.minimise_cells_left(0.0);
  milp::Model milp = exact.milp();
  milp.constant = static_cast<double>(std::ranges::count(fixings.cells, Fixing::kOn));
  return milp;
}

}  // namespace phusong::sunset

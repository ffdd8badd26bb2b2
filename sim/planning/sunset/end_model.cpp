#include "sim/planning/sunset/end_model.h"

#include <algorithm>
#include <utility>

#include "sim/planning/milp/solve.h"
#include "sim/planning/sunset/exact_model.h"
#include "sim/planning/sunset/subsidy_need.h"

namespace phusong::planning::sunset {
namespace {

/// Variables up to which CBC is asked, and beyond which not even the relaxation is solved.
constexpr std::size_t kMostForCbc = 5000;
constexpr std::size_t kMostForClp = 120000;
constexpr std::int64_t kNodes = 500;
/// A relaxation that keeps more than this of a cell is taken to keep it.
constexpr double kKept = 0.5;

EndState nothing_known(const SunsetModel& model) {
  return {.keep = std::vector<bool>(model.cells.size()), .subsidies = std::vector<ClassCounts>(model.demands.size())};
}

void read_values(const ExactModel& exact, const std::vector<double>& values, EndState& state) {
  const std::vector<double> off = exact.off_at_end(values);
  for (std::size_t cell = 0; cell < off.size(); ++cell)
    state.keep[cell] = 1.0 - off[cell] > kKept;
  state.subsidies = exact.given_at_end(values);
}

/// Whether some demand cannot be helped by any handsets that there may be.
bool breaks_a_floor(const SunsetModel& model, CellIndex cell, const ServiceState& without, int period) {
  const std::int64_t budget = model.subsidies_per_period * period;
  DemandIndex last = static_cast<DemandIndex>(model.demands.size());
  return std::ranges::any_of(model.cells[cell].links, [&](const Link& link) {
    const DemandIndex d = model.spots[link.spot].demand;
    if (std::exchange(last, d) == d) return false;
    const auto need = fewest_subsidies(model.demands[d], without.weights_of(d), model.counts_in(d, period));
    return !need || total(*need) > budget;
  });
}

}  // namespace

SunsetModel end_model(const SunsetModel& model, int period) {
  SunsetModel end = model;
  end.periods = 1;
  end.max_cells_per_period = model.max_cells_per_period * period;
  end.max_sites_per_period = 0;
  end.uptake_per_year = 0.0;
  end.subsidies_per_period = model.subsidies_per_period * period;
  for (DemandIndex d = 0; d < end.demands.size(); ++d)
    end.demands[d].initial = model.counts_in(d, period);
  return end;
}

bool is_relaxed(const milp::Model& model) {
  return model.variables.size() <= kMostForClp;
}

EndState best_end_state(const SunsetModel& model, int period, coverage::Progress& progress) {
  EndState state = nothing_known(model);
  const SunsetModel end = end_model(model, period);
  ExactModel exact(end);
  if (!is_relaxed(exact.milp())) return state;
  exact.aim_at_cells_left();
  const milp::Relaxation relaxation = milp::solve_relaxation(exact.milp());
  if (!relaxation.feasible) return state;
  state.fewest_on = relaxation.objective;
  read_values(exact, relaxation.values, state);
  if (relaxation.objective < 1e-6 || exact.milp().variables.size() > kMostForCbc) return state;
  const milp::Solution solution =
      milp::solve(exact.milp(), {.nodes = kNodes, .stop_requested = [&progress] { return progress.stop_requested(); }});
  progress.throw_if_stopped();
  if (solution.feasible) read_values(exact, solution.values, state);
  state.fewest_on = std::max(state.fewest_on, solution.bound);
  return state;
}

std::vector<bool> cells_that_must_stay(const SunsetModel& model, int period) {
  ServiceState state(model);
  for (const Carrier& carrier : model.carriers)
    if (!carrier.blocked_for_good) state.switch_on(carrier.links);
  for (const Swap& swap : model.swaps)
    state.switch_on(swap.links);
  std::vector<bool> stays(model.cells.size());
  for (CellIndex cell = 0; cell < model.cells.size(); ++cell) {
    state.switch_off(model.cells[cell].links);
    stays[cell] = breaks_a_floor(model, cell, state, period);
    state.switch_on(model.cells[cell].links);
  }
  return stays;
}

}  // namespace phusong::planning::sunset

#include "sim/sunset/bound/bounds.h"

#include <algorithm>

#include "sim/sunset/bound/refarming_bound.h"

namespace phusong::sunset {
namespace {

/// The least that new equipment of a mast costs, be it for a refarmed carrier or by a swap that spares its radio.
double least_equipment_cost(const SunsetModel& model) {
  double cost = model.costs.radio_million_vnd;
  for (const Swap& swap : model.swaps)
    cost = std::min(cost, swap.cost_million_vnd);
  return cost;
}

/// Lower bound on objective (11).
double least_cost(const SunsetModel& model, const Objective& found, progress::Progress& progress) {
  const std::int64_t handsets =
      found.last_period == 0 ? 0 : fewest_handsets(model, found.last_period, found.cells_left, progress);
  return static_cast<double>(handsets) * model.costs.handset_million_vnd +
         static_cast<double>(fewest_refarmed_sites(model, found.refarmed_people_mhz)) * least_equipment_cost(model);
}

/// Whether crews can go from the cells that are on in each period to `cells_left` by the end of `last`.
bool is_possible(const Bounds& bounds, int last, std::int64_t cells_left) {
  for (int period = 0; period <= last; ++period) {
    const std::int64_t too_many = bounds.fewest_on[static_cast<std::size_t>(period)] - cells_left;
    if (too_many > bounds.crews.most_off_between(period, last)) return false;
  }
  return true;
}

}  // namespace

Bounds compute_bounds(const SunsetModel& model, progress::Progress& progress) {
  Bounds bounds{.crews = CrewBound(model), .fewest_on = {}, .may_be_refarmed = {}, .terminal = {}};
  const auto cells = static_cast<std::int64_t>(model.cells.size());
  bounds.fewest_on.push_back(cells);
  bounds.may_be_refarmed.emplace_back(model.carriers.size());
  progress.begin("bounds", static_cast<std::size_t>(model.periods));
  for (int period = 1; period <= model.periods; ++period) {
    const RelaxationEffort effort = period == model.periods ? RelaxationEffort::kState : RelaxationEffort::kBound;
    bounds.terminal = solve_terminal_relaxation(model, period, effort, progress);
    bounds.fewest_on.push_back(std::max(cells - bounds.crews.most_off(period), bounds.terminal.fewest_on));
    bounds.may_be_refarmed.push_back(bounds.terminal.may_be_refarmed);
    progress.advance(1);
  }
  // README.md, (15): cells that are on at the end of a period go off no faster than crews allow.
  for (int period = 1; period < model.periods; ++period) {
    const std::int64_t later = bounds.crews.most_off_between(period, model.periods);
    bounds.fewest_on.back() =
        std::max(bounds.fewest_on.back(), bounds.fewest_on[static_cast<std::size_t>(period)] - later);
  }
  return bounds;
}

int earliest_last_period(const Bounds& bounds, std::int64_t cells_left) {
  const int periods = static_cast<int>(bounds.fewest_on.size()) - 1;
  int last = 0;
  while (last <= periods && !is_possible(bounds, last, cells_left))
    ++last;
  return last;
}

Objective objective_bounds(const SunsetModel& model, const Bounds& bounds, const Objective& found,
                           progress::Progress& progress) {
  return {.cells_left = bounds.fewest_on.back(),
          .last_period = earliest_last_period(bounds, found.cells_left),
          .refarmed_people_mhz = most_refarmed_people_mhz(model, bounds.fewest_on, bounds.may_be_refarmed),
          .cost_million_vnd = least_cost(model, found, progress)};
}

}  // namespace phusong::sunset

#include "sim/sunset/bound/bounds.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "sim/sunset/model/tolerances.h"

namespace phusong::sunset {
namespace {

/// The number of cells on each site, in descending order.
std::vector<std::int64_t> cells_by_site(const SunsetModel& model) {
  std::vector<std::int64_t> count(model.sites);
  for (const OldCell& cell : model.cells)
    ++count[cell.site];
  std::ranges::sort(count, std::greater{});
  return count;
}

/// Upper bound on the cells that crews switch off by the end of a period. README.md, (14).
std::int64_t most_off_by_crews(const SunsetModel& model, const std::vector<std::int64_t>& by_site, int period) {
  auto most = static_cast<std::int64_t>(model.cells.size());
  if (model.max_cells_per_period > 0) most = std::min(most, std::int64_t{model.max_cells_per_period} * period);
  if (model.max_sites_per_period > 0) {
    const auto visits = std::min(
        by_site.size(), static_cast<std::size_t>(model.max_sites_per_period) * static_cast<std::size_t>(period));
    const auto end = by_site.begin() + static_cast<std::ptrdiff_t>(visits);
    most = std::min(most, std::accumulate(by_site.begin(), end, std::int64_t{0}));
  }
  return most;
}

int periods_by_crews(const SunsetModel& model, const std::vector<std::int64_t>& by_site) {
  int periods = 0;
  while (most_off_by_crews(model, by_site, periods) < static_cast<std::int64_t>(model.cells.size()))
    ++periods;
  return std::max(periods, model.cells.empty() ? 0 : 1);
}

/// Upper bound on the cells that go off after `period` and up to `last`.
std::int64_t most_off_between(const SunsetModel& model, const std::vector<std::int64_t>& by_site, int period,
                              int last) {
  return period >= last ? 0 : most_off_by_crews(model, by_site, last - period);
}

int earliest_last_period(const SunsetModel& model, const std::vector<std::int64_t>& by_site,
                         const std::vector<std::int64_t>& fewest_on, std::int64_t cells_left) {
  const auto possible = [&](int last) {
    for (int period = 0; period <= last; ++period) {
      const std::int64_t too_many = fewest_on[static_cast<std::size_t>(period)] - cells_left;
      if (too_many > most_off_between(model, by_site, period, last)) return false;
    }
    return true;
  };
  int last = 0;
  while (last <= model.periods && !possible(last))
    ++last;
  return last;
}

/// The people that each carrier covers, in descending order, of carriers that need no more than `cells` cells off.
std::vector<double> people_of_carriers(const SunsetModel& model, std::int64_t cells,
                                       const std::vector<bool>& may_be_on) {
  std::vector<double> people;
  for (CarrierIndex k = 0; k < model.carriers.size(); ++k) {
    const Carrier& carrier = model.carriers[k];
    if (!may_be_on[k] || static_cast<std::int64_t>(carrier.blockers.size()) + 1 > cells) continue;
    double sum = 0.0;
    for (const Link& link : carrier.links)
      if (link.own_operator) sum += model.people_at(link.demand_class);
    people.push_back(sum);
  }
  std::ranges::sort(people, std::greater{});
  return people;
}

/// The people that all these carriers cover together.
double people_of_all_carriers(const SunsetModel& model, const std::vector<bool>& may_be_on) {
  std::vector<bool> covered(model.demand_classes.size());
  double sum = 0.0;
  for (CarrierIndex k = 0; k < model.carriers.size(); ++k) {
    if (!may_be_on[k]) continue;
    for (const Link& link : model.carriers[k].links) {
      if (!link.own_operator || covered[link.demand_class]) continue;
      covered[link.demand_class] = true;
      sum += model.people_at(link.demand_class);
    }
  }
  return sum;
}

/// Upper bound on objective (12): in each period no more carriers are on than cells are off, and they cover no more
/// people than all carriers together. README.md, (16).
double most_refarmed(const SunsetModel& model, const Bounds& bounds) {
  double sum = 0.0;
  for (int period = 1; period <= model.periods; ++period) {
    const auto off = static_cast<std::int64_t>(model.cells.size()) - bounds.fewest_on[static_cast<std::size_t>(period)];
    const std::vector<bool>& may_be_on = bounds.may_be_refarmed[static_cast<std::size_t>(period)];
    const std::vector<double> people = people_of_carriers(model, off, may_be_on);
    const auto on = std::min<std::ptrdiff_t>(std::ssize(people), off);
    sum +=
        std::min(people_of_all_carriers(model, may_be_on), std::accumulate(people.begin(), people.begin() + on, 0.0));
  }
  return sum * model.refarmed_mhz;
}

/// The fewest masts whose carriers, on from the first period, could reach these people × MHz. README.md, (17).
std::int64_t fewest_refarmed_sites(const SunsetModel& model, double people_mhz) {
  std::vector<double> by_site(model.sites);
  for (const Carrier& carrier : model.carriers) {
    for (const Link& link : carrier.links)
      if (link.own_operator) by_site[carrier.site] += model.people_at(link.demand_class);
  }
  std::ranges::sort(by_site, std::greater{});
  std::int64_t sites = 0;
  double reached = 0.0;
  for (const double people : by_site) {
    if (reached >= people_mhz - kSolverTolerance || people <= 0.0) break;
    reached += people * model.refarmed_mhz * model.periods;
    ++sites;
  }
  return sites;
}

/// Lower bound on objective (13).
double least_cost(const SunsetModel& model, const Objective& found, progress::Progress& progress) {
  const std::int64_t handsets =
      found.last_period == 0 ? 0 : fewest_handsets(model, found.last_period, found.cells_left, progress);
  return static_cast<double>(handsets) * model.costs.handset_million_vnd +
         static_cast<double>(fewest_refarmed_sites(model, found.refarmed_people_mhz)) * model.costs.radio_million_vnd;
}

}  // namespace

Bounds compute_bounds(const SunsetModel& model, progress::Progress& progress) {
  const std::vector<std::int64_t> by_site = cells_by_site(model);
  Bounds bounds{.periods_by_crews = periods_by_crews(model, by_site)};
  const auto cells = static_cast<std::int64_t>(model.cells.size());
  bounds.fewest_on.push_back(cells);
  bounds.may_be_refarmed.emplace_back(model.carriers.size());
  progress.begin("bounds", static_cast<std::size_t>(model.periods));
  for (int period = 1; period <= model.periods; ++period) {
    const RelaxationEffort effort = period == model.periods ? RelaxationEffort::kState : RelaxationEffort::kBound;
    bounds.terminal = solve_terminal_relaxation(model, period, effort, progress);
    bounds.fewest_on.push_back(std::max(cells - most_off_by_crews(model, by_site, period), bounds.terminal.fewest_on));
    bounds.may_be_refarmed.push_back(bounds.terminal.may_be_refarmed);
    progress.advance(1);
  }
  // README.md, (15): cells that are on at the end of a period go off no faster than crews allow.
  for (int period = 1; period < model.periods; ++period) {
    bounds.fewest_on.back() =
        std::max(bounds.fewest_on.back(), bounds.fewest_on[static_cast<std::size_t>(period)] -
                                              most_off_between(model, by_site, period, model.periods));
  }
  return bounds;
}

int earliest_last_period(const SunsetModel& model, const Bounds& bounds, std::int64_t cells_left) {
  return earliest_last_period(model, cells_by_site(model), bounds.fewest_on, cells_left);
}

Objective objective_bounds(const SunsetModel& model, const Bounds& bounds, const Objective& found,
                           progress::Progress& progress) {
  return {.cells_left = bounds.fewest_on.back(),
          .last_period = earliest_last_period(model, bounds, found.cells_left),
          .refarmed_people_mhz = most_refarmed(model, bounds),
          .cost_million_vnd = least_cost(model, found, progress)};
}

}  // namespace phusong::sunset

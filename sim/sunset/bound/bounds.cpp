#include "sim/sunset/bound/bounds.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "sim/sunset/model/tolerances.h"

namespace phusong::sunset {
namespace {

/// Cells on each site, the most first.
std::vector<std::int64_t> cells_by_site(const SunsetModel& model) {
  std::vector<std::int64_t> count(model.sites);
  for (const OldCell& cell : model.cells)
    ++count[cell.site];
  std::ranges::sort(count, std::greater{});
  return count;
}

/// Cells that crews can have switched off by the end of a period.
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

/// Cells that go off after `period` and up to `last`, at most.
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

/// People that each carrier covers, the most first; only carriers that need no more than `cells` cells off.
std::vector<double> people_of_carriers(const SunsetModel& model, std::int64_t cells,
                                       const std::vector<bool>& may_be_on) {
  std::vector<double> people;
  for (CarrierIndex k = 0; k < model.carriers.size(); ++k) {
    const Carrier& carrier = model.carriers[k];
    if (!may_be_on[k] || static_cast<std::int64_t>(carrier.blockers.size()) + 1 > cells) continue;
    double sum = 0.0;
    for (const Link& link : carrier.links) {
      const Spot& spot = model.spots[link.spot];
      if (link.own_operator) sum += spot.weight * model.demands[spot.demand].population;
    }
    people.push_back(sum);
  }
  std::ranges::sort(people, std::greater{});
  return people;
}

double people_of_all_carriers(const SunsetModel& model, const std::vector<bool>& may_be_on) {
  std::vector<bool> covered(model.spots.size());
  double sum = 0.0;
  for (CarrierIndex k = 0; k < model.carriers.size(); ++k) {
    if (!may_be_on[k]) continue;
    for (const Link& link : model.carriers[k].links) {
      if (!link.own_operator || covered[link.spot]) continue;
      covered[link.spot] = true;
      sum += model.spots[link.spot].weight * model.demands[model.spots[link.spot].demand].population;
    }
  }
  return sum;
}

/// In each period no more carriers are on than cells are off, and they cover no more than all of them together.
double most_refarmed(const SunsetModel& model, const Limits& limits) {
  double sum = 0.0;
  for (int period = 1; period <= model.periods; ++period) {
    const auto off = static_cast<std::int64_t>(model.cells.size()) - limits.fewest_on[static_cast<std::size_t>(period)];
    const std::vector<bool>& may_be_on = limits.may_be_refarmed[static_cast<std::size_t>(period)];
    const std::vector<double> people = people_of_carriers(model, off, may_be_on);
    const auto on = std::min<std::ptrdiff_t>(std::ssize(people), off);
    sum +=
        std::min(people_of_all_carriers(model, may_be_on), std::accumulate(people.begin(), people.begin() + on, 0.0));
  }
  return sum * model.refarmed_mhz;
}

/// The fewest masts whose carriers, on from the first period, could reach what was found.
std::int64_t fewest_refarmed_sites(const SunsetModel& model, double people_mhz) {
  std::vector<double> by_site(model.sites);
  for (const Carrier& carrier : model.carriers) {
    for (const Link& link : carrier.links) {
      const Spot& spot = model.spots[link.spot];
      if (link.own_operator) by_site[carrier.site] += spot.weight * model.demands[spot.demand].population;
    }
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

double least_cost(const SunsetModel& model, const Objective& found, progress::Progress& progress) {
  const std::int64_t handsets =
      found.last_period == 0 ? 0 : fewest_handsets(model, found.last_period, found.cells_left, progress);
  return static_cast<double>(handsets) * model.costs.handset_million_vnd +
         static_cast<double>(fewest_refarmed_sites(model, found.refarmed_people_mhz)) * model.costs.radio_million_vnd;
}

}  // namespace

Limits limits_of(const SunsetModel& model, progress::Progress& progress) {
  const std::vector<std::int64_t> by_site = cells_by_site(model);
  Limits limits{.periods_by_crews = periods_by_crews(model, by_site)};
  const auto cells = static_cast<std::int64_t>(model.cells.size());
  limits.fewest_on.push_back(cells);
  limits.may_be_refarmed.emplace_back(model.carriers.size());
  progress.begin("bounds", static_cast<std::size_t>(model.periods));
  for (int period = 1; period <= model.periods; ++period) {
    const EndEffort effort = period == model.periods ? EndEffort::kState : EndEffort::kBound;
    limits.end = best_end_state(model, period, effort, progress);
    limits.fewest_on.push_back(std::max(cells - most_off_by_crews(model, by_site, period), limits.end.fewest_on));
    limits.may_be_refarmed.push_back(limits.end.may_be_refarmed);
    progress.advance(1);
  }
  // What is still on at some time can only go as fast as crews allow.
  for (int period = 1; period < model.periods; ++period) {
    limits.fewest_on.back() =
        std::max(limits.fewest_on.back(), limits.fewest_on[static_cast<std::size_t>(period)] -
                                              most_off_between(model, by_site, period, model.periods));
  }
  return limits;
}

int earliest_last_period(const SunsetModel& model, const Limits& limits, std::int64_t cells_left) {
  return earliest_last_period(model, cells_by_site(model), limits.fewest_on, cells_left);
}

Objective bounds_for(const SunsetModel& model, const Limits& limits, const Objective& found,
                     progress::Progress& progress) {
  return {.cells_left = limits.fewest_on.back(),
          .last_period = earliest_last_period(model, limits, found.cells_left),
          .refarmed_people_mhz = most_refarmed(model, limits),
          .cost_million_vnd = least_cost(model, found, progress)};
}

}  // namespace phusong::sunset

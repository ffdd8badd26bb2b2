#include "sim/planning/sunset/bounds.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "sim/planning/milp/solve.h"
#include "sim/planning/sunset/subsidy_need.h"

namespace phusong::planning::sunset {
namespace {

constexpr double kRounding = 1e-6;

std::int64_t at_least(double relaxed) {
  return static_cast<std::int64_t>(std::ceil(relaxed - kRounding));
}

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

/// Cells that must be on at the end of a period for the floors' sake.
std::int64_t fewest_on_by_floors(const SunsetModel& model, int period) {
  const milp::Model kept = cells_kept_model(model, period);
  if (kept.rows.empty()) return 0;
  const milp::Relaxation relaxation = milp::solve_relaxation(kept);
  return relaxation.feasible ? std::max<std::int64_t>(0, at_least(relaxation.objective)) : 0;
}

/// Cells that go off after `period` and up to `last`, at most.
std::int64_t most_off_between(const SunsetModel& model, const std::vector<std::int64_t>& by_site, int period,
                              int last) {
  return period >= last ? 0 : most_off_by_crews(model, by_site, last - period);
}

int earliest_last_period(const SunsetModel& model, const std::vector<std::int64_t>& by_site,
                         const std::vector<std::int64_t>& fewest_on) {
  const auto possible = [&](int last) {
    for (int period = 0; period <= last; ++period) {
      if (fewest_on[static_cast<std::size_t>(period)] > most_off_between(model, by_site, period, last)) return false;
    }
    return true;
  };
  int last = 0;
  while (last <= model.periods && !possible(last))
    ++last;
  return last;
}

/// Whether nothing that stays on is in a carrier's way.
bool may_be_on(const Carrier& carrier, const std::vector<bool>& stays) {
  return !carrier.blocked_for_good && !stays[carrier.replaces] &&
         std::ranges::none_of(carrier.blockers, [&](CellIndex cell) { return stays[cell]; });
}

/// People that each carrier covers, the most first; only carriers that need no more than `cells` cells off.
std::vector<double> people_of_carriers(const SunsetModel& model, std::int64_t cells, const std::vector<bool>& stays) {
  std::vector<double> people;
  for (const Carrier& carrier : model.carriers) {
    if (!may_be_on(carrier, stays) || static_cast<std::int64_t>(carrier.blockers.size()) + 1 > cells) continue;
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

double people_of_all_carriers(const SunsetModel& model, const std::vector<bool>& stays) {
  std::vector<bool> covered(model.spots.size());
  double sum = 0.0;
  for (const Carrier& carrier : model.carriers) {
    if (!may_be_on(carrier, stays)) continue;
    for (const Link& link : carrier.links) {
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
    const std::vector<bool> stays = cells_that_must_stay(model, period);
    const std::vector<double> people = people_of_carriers(model, off, stays);
    const auto on = std::min<std::ptrdiff_t>(std::ssize(people), off);
    sum += std::min(people_of_all_carriers(model, stays), std::accumulate(people.begin(), people.begin() + on, 0.0));
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
    if (reached >= people_mhz - kRounding || people <= 0.0) break;
    reached += people * model.refarmed_mhz * model.periods;
    ++sites;
  }
  return sites;
}

double least_cost(const SunsetModel& model, const Objective& found) {
  std::int64_t handsets = 0;
  if (found.cells_left == 0) {
    for (const auto& need : needs_with_all_off(model, found.last_period))
      handsets += need ? total(*need) : 0;
  }
  return static_cast<double>(handsets) * model.costs.handset_million_vnd +
         static_cast<double>(fewest_refarmed_sites(model, found.refarmed_people_mhz)) * model.costs.radio_million_vnd;
}

/// Cells that serve each demand, ascending.
std::vector<std::vector<CellIndex>> cells_of_demands(const SunsetModel& model) {
  std::vector<std::vector<CellIndex>> cells(model.demands.size());
  for (CellIndex c = 0; c < model.cells.size(); ++c) {
    for (const Link& link : model.cells[c].links) {
      auto& of = cells[model.spots[link.spot].demand];
      if (of.empty() || of.back() != c) of.push_back(c);
    }
  }
  return cells;
}

}  // namespace

milp::Model cells_kept_model(const SunsetModel& model, int period) {
  milp::Model milp;
  const std::vector<bool> stays = cells_that_must_stay(model, period);
  for (CellIndex c = 0; c < model.cells.size(); ++c)
    milp.variables.push_back(
        {.name = fmt::format("on_{}", c), .lower = stays[c] ? 1.0 : 0.0, .upper = 1.0, .cost = 1.0, .integer = true});
  const auto needs = needs_with_all_off(model, period);
  const auto cells = cells_of_demands(model);
  milp::Row handsets{.name = "handsets", .upper = static_cast<double>(model.subsidies_per_period * period)};
  for (DemandIndex d = 0; d < model.demands.size(); ++d) {
    if (needs[d] && total(*needs[d]) == 0) continue;
    milp::Row row{.name = fmt::format("floor_{}", d), .lower = 1.0};
    for (const CellIndex c : cells[d])
      row.terms.emplace_back(c, 1.0);
    if (needs[d]) {
      const std::size_t paid = milp.variables.size();
      milp.variables.push_back({.name = fmt::format("paid_{}", d), .upper = 1.0, .integer = true});
      row.terms.emplace_back(paid, 1.0);
      handsets.terms.emplace_back(paid, static_cast<double>(total(*needs[d])));
    }
    milp.rows.push_back(std::move(row));
  }
  if (!handsets.terms.empty()) milp.rows.push_back(std::move(handsets));
  return milp;
}

Limits limits_of(const SunsetModel& model, coverage::Progress& progress) {
  const std::vector<std::int64_t> by_site = cells_by_site(model);
  Limits limits{.periods_by_crews = periods_by_crews(model, by_site)};
  const auto cells = static_cast<std::int64_t>(model.cells.size());
  limits.fewest_on.push_back(cells);
  progress.begin("bounds", static_cast<std::size_t>(model.periods));
  for (int period = 1; period <= model.periods; ++period) {
    progress.throw_if_stopped();
    const std::int64_t by_crews = cells - most_off_by_crews(model, by_site, period);
    limits.end = best_end_state(model, period, progress);
    limits.fewest_on.push_back(
        std::max({by_crews, fewest_on_by_floors(model, period), at_least(limits.end.fewest_on)}));
    progress.advance(1);
  }
  // What is still on at some time can only go as fast as crews allow.
  for (int period = 1; period < model.periods; ++period) {
    limits.fewest_on.back() =
        std::max(limits.fewest_on.back(), limits.fewest_on[static_cast<std::size_t>(period)] -
                                              most_off_between(model, by_site, period, model.periods));
  }
  limits.earliest_last_period = earliest_last_period(model, by_site, limits.fewest_on);
  return limits;
}

Objective bounds_for(const SunsetModel& model, const Limits& limits, const Objective& found) {
  Objective bounds{.cells_left = limits.fewest_on.back(), .last_period = limits.earliest_last_period};
  if (found.cells_left > 0) {
    int last = 0;
    while (limits.fewest_on[static_cast<std::size_t>(last)] > found.cells_left)
      ++last;
    bounds.last_period = last;
  }
  bounds.refarmed_people_mhz = most_refarmed(model, limits);
  bounds.cost_million_vnd = least_cost(model, found);
  return bounds;
}

}  // namespace phusong::planning::sunset

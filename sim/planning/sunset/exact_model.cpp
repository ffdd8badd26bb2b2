#include "sim/planning/sunset/exact_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "sim/planning/sunset/service_state.h"
#include "sim/planning/sunset/subsidy_need.h"

namespace phusong::planning::sunset {
namespace {

constexpr double kSlack = 1e-6;

std::size_t before(int period) {
  return static_cast<std::size_t>(period - 1);
}

}  // namespace

ExactModel::ExactModel(const SunsetModel& model)
    : model_(model),
      off_(model.cells.size()),
      on_(model.carriers.size()),
      swap_(model.swaps.size()),
      given_(model.demands.size()),
      suppliers_(model.spots.size()),
      served_(model.spots.size()) {
  add_decisions();
  add_guard();
  add_crews();
  add_visits();
  add_swap_budget();
  find_suppliers();
  add_floors();
  add_handset_budget();
  add_cells_and_period();
  add_refarmed_people();
  add_cost();
  milp_.variables[cells_left_].cost = model.periods + 1;
  milp_.variables[last_period_].cost = 1.0;
}

ExactModel::Variable ExactModel::add_variable(std::string name, double upper, bool integer) {
  milp_.variables.push_back({.name = std::move(name), .upper = upper, .integer = integer});
  return milp_.variables.size() - 1;
}

void ExactModel::add_row(std::string name, double lower, double upper, const Terms& terms) {
  std::map<std::size_t, double> sums;
  for (const auto& [variable, factor] : terms)
    sums[variable] += factor;
  milp_.rows.push_back({.name = std::move(name), .lower = lower, .upper = upper, .terms = {sums.begin(), sums.end()}});
}

ExactModel::Steps ExactModel::add_steps(const std::string& name, std::size_t index) {
  Steps steps;
  for (int period = 1; period <= model_.periods; ++period) {
    steps.push_back(add_variable(fmt::format("{}_{}_{}", name, index, period), 1.0, true));
    if (period > 1) {
      add_row(fmt::format("{}_stays_{}_{}", name, index, period), 0.0, milp::kInfinity,
              {{steps[before(period)], 1.0}, {steps[before(period) - 1], -1.0}});
    }
  }
  return steps;
}

void ExactModel::add_change(const Steps& steps, int period, double factor, Terms& terms) {
  terms.emplace_back(steps[before(period)], factor);
  if (period > 1) terms.emplace_back(steps[before(period) - 1], -factor);
}

void ExactModel::add_decisions() {
  for (std::size_t c = 0; c < off_.size(); ++c)
    off_[c] = add_steps("off", c);
  for (std::size_t k = 0; k < on_.size(); ++k)
    if (!model_.carriers[k].blocked_for_good && model_.carriers[k].useful) on_[k] = add_steps("on", k);
  for (std::size_t s = 0; s < swap_.size(); ++s)
    swap_[s] = add_steps("swap", s);
}

void ExactModel::add_guard() {
  for (std::size_t k = 0; k < on_.size(); ++k) {
    if (on_[k].empty()) continue;
    std::vector<CellIndex> first = model_.carriers[k].blockers;
    first.push_back(model_.carriers[k].replaces);
    for (const CellIndex cell : first) {
      for (std::size_t t = 0; t < on_[k].size(); ++t) {
        add_row(fmt::format("clear_{}_{}_{}", k, cell, t + 1), 0.0, milp::kInfinity,
                {{off_[cell][t], 1.0}, {on_[k][t], -1.0}});
      }
    }
  }
}

void ExactModel::add_crews() {
  if (model_.max_cells_per_period == 0) return;
  for (int period = 1; period <= model_.periods; ++period) {
    Terms terms;
    for (const Steps& off : off_)
      add_change(off, period, 1.0, terms);
    add_row(fmt::format("crew_cells_{}", period), -milp::kInfinity, model_.max_cells_per_period, terms);
  }
}

void ExactModel::add_visits() {
  if (model_.max_sites_per_period == 0) return;
  std::map<std::size_t, std::vector<const Steps*>> at_site;
  for (std::size_t c = 0; c < off_.size(); ++c)
    at_site[model_.cells[c].site].push_back(&off_[c]);
  for (std::size_t k = 0; k < on_.size(); ++k)
    if (!on_[k].empty()) at_site[model_.carriers[k].site].push_back(&on_[k]);
  for (std::size_t s = 0; s < swap_.size(); ++s)
    at_site[model_.swaps[s].site].push_back(&swap_[s]);
  for (int period = 1; period <= model_.periods; ++period) {
    Terms visits;
    for (const auto& [site, works] : at_site) {
      const Variable visit = add_variable(fmt::format("visit_{}_{}", site, period), 1.0, true);
      visits.emplace_back(visit, 1.0);
      for (std::size_t i = 0; i < works.size(); ++i) {
        Terms terms = {{visit, 1.0}};
        add_change(*works[i], period, -1.0, terms);
        add_row(fmt::format("works_{}_{}_{}", site, i, period), 0.0, milp::kInfinity, terms);
      }
    }
    add_row(fmt::format("crew_sites_{}", period), -milp::kInfinity, model_.max_sites_per_period, visits);
  }
}

void ExactModel::add_swap_budget() {
  Terms terms;
  for (std::size_t s = 0; s < swap_.size(); ++s)
    terms.emplace_back(swap_[s].back(), model_.swaps[s].cost_million_vnd);
  if (!terms.empty()) add_row("swap_budget", -milp::kInfinity, model_.swap_budget_million_vnd, terms);
}

void ExactModel::find_suppliers() {
  const auto add = [this](const std::vector<Link>& links, const Steps& steps, bool until, bool is_carrier) {
    for (const Link& link : links)
      suppliers_[link.spot].push_back({&steps, until, link.services, is_carrier && link.own_operator});
  };
  for (std::size_t c = 0; c < off_.size(); ++c)
    add(model_.cells[c].links, off_[c], true, false);
  for (std::size_t k = 0; k < on_.size(); ++k)
    if (!on_[k].empty()) add(model_.carriers[k].links, on_[k], false, true);
  for (std::size_t s = 0; s < swap_.size(); ++s)
    add(model_.swaps[s].links, swap_[s], false, false);
}

/// Whether a floor can break at all: with every old cell off, nothing new on and the handsets of the beginning.
bool ExactModel::needs_floors(DemandIndex demand) const {
  ServedWeights weights;
  const Demand& d = model_.demands[demand];
  for (SpotIndex spot = d.first_spot; spot < d.end_spot; ++spot) {
    for (std::size_t i = 0; i < kServices; ++i)
      if ((model_.spots[spot].fixed >> i) & 1U) weights.of[i] += model_.spots[spot].weight;
  }
  return !floors_hold(d, weights, d.initial);
}

void ExactModel::add_floors() {
  for (DemandIndex d = 0; d < model_.demands.size(); ++d) {
    if (!needs_floors(d)) continue;
    add_handsets(d);
    for (int period = 1; period <= model_.periods; ++period) {
      add_floor(d, Service::kVoice, period);
      add_floor(d, Service::kData, period);
    }
  }
}

void ExactModel::add_handsets(DemandIndex demand) {
  for (std::size_t c = 0; c < kVolteIndex; ++c) {
    const std::int64_t handsets = model_.counts_in(demand, 1)[c];
    if (handsets == 0 || model_.subsidies_per_period == 0) continue;
    Steps& steps = given_[demand][c];
    for (int period = 1; period <= model_.periods; ++period) {
      steps.push_back(
          add_variable(fmt::format("given_{}_{}_{}", demand, c, period), static_cast<double>(handsets), true));
      if (period > 1) {
        add_row(fmt::format("given_stays_{}_{}_{}", demand, c, period), 0.0, milp::kInfinity,
                {{steps[before(period)], 1.0}, {steps[before(period) - 1], -1.0}});
      }
    }
  }
}

/// 1 where a service can be had: at most the number of cells on that give it. Services that the same cells give at a
/// spot are one.
ExactModel::Variable ExactModel::service_at(SpotIndex spot, std::size_t bit, int period) {
  const std::size_t first = first_service_like(spot, bit);
  Steps& served = served_[spot][first];
  if (served.empty()) {
    for (int t = 1; t <= model_.periods; ++t) {
      const Variable variable = add_variable(fmt::format("served_{}_{}_{}", spot, first, t), 1.0, false);
      served.push_back(variable);
      if ((model_.spots[spot].fixed >> first) & 1U) continue;
      Terms terms = {{variable, -1.0}};
      double always = 0.0;
      for (const Supplier& supplier : suppliers_[spot]) {
        if (((supplier.services >> first) & 1U) == 0) continue;
        always += supplier.until ? 1.0 : 0.0;
        terms.emplace_back((*supplier.steps)[before(t)], supplier.until ? -1.0 : 1.0);
      }
      add_row(fmt::format("serves_{}_{}_{}", spot, first, t), -always, milp::kInfinity, terms);
    }
  }
  return served[before(period)];
}

/// The first service of a spot that the same cells give.
std::size_t ExactModel::first_service_like(SpotIndex spot, std::size_t bit) const {
  const auto is_fixed = [&](std::size_t i) { return ((model_.spots[spot].fixed >> i) & 1U) != 0; };
  const auto same = [&](std::size_t i) {
    if (is_fixed(i) || is_fixed(bit)) return is_fixed(i) && is_fixed(bit);
    return std::ranges::all_of(suppliers_[spot], [&](const Supplier& supplier) {
      return ((supplier.services >> i) & 1U) == ((supplier.services >> bit) & 1U);
    });
  };
  std::size_t first = 0;
  while (!same(first))
    ++first;
  return first;
}

/// Σ weight · (handsets of each class where it is served + handsets given where VoLTE alone is) ≥ floor · handsets.
void ExactModel::add_floor(DemandIndex demand, Service service, int period) {
  const Demand& d = model_.demands[demand];
  const ClassCounts counts = model_.counts_in(demand, period);
  const double floor = service == Service::kVoice ? d.voice_floor : d.data_floor;
  Terms terms;
  for (SpotIndex spot = d.first_spot; spot < d.end_spot; ++spot) {
    const double weight = model_.spots[spot].weight;
    const Variable volte = service_at(spot, bit_index(service, kVolteIndex), period);
    terms.emplace_back(volte, weight * static_cast<double>(counts[kVolteIndex]));
    for (std::size_t c = 0; c < kVolteIndex; ++c) {
      if (counts[c] == 0) continue;
      const auto handsets = static_cast<double>(counts[c]);
      const Variable served = service_at(spot, bit_index(service, c), period);
      terms.emplace_back(served, weight * handsets);
      // A handset that moves gains nothing where its class has what VoLTE has.
      if (given_[demand][c].empty() || served == volte) continue;
      const std::string name = fmt::format("{}_{}_{}_{}", spot, bit_index(service, c), period, demand);
      const Variable gain = add_variable("gain_" + name, handsets, false);
      add_row("by_given_" + name, 0.0, milp::kInfinity, {{given_[demand][c][before(period)], 1.0}, {gain, -1.0}});
      add_row("by_volte_" + name, 0.0, milp::kInfinity, {{volte, handsets}, {served, -handsets}, {gain, -1.0}});
      terms.emplace_back(gain, weight);
    }
  }
  const double least = static_cast<double>(total(counts)) * (floor - 0.5 * kShareTolerance);
  add_row(fmt::format("floor_{}_{}_{}", demand, service == Service::kVoice ? "voice" : "data", period), least,
          milp::kInfinity, terms);
}

void ExactModel::add_handset_budget() {
  for (int period = 1; period <= model_.periods; ++period) {
    Terms terms;
    for (const auto& of_demand : given_) {
      for (const Steps& steps : of_demand)
        if (!steps.empty()) add_change(steps, period, 1.0, terms);
    }
    if (!terms.empty()) {
      add_row(fmt::format("handsets_{}", period), -milp::kInfinity, static_cast<double>(model_.subsidies_per_period),
              terms);
    }
  }
}

void ExactModel::add_cells_and_period() {
  const auto cells = static_cast<double>(off_.size());
  cells_left_ = add_variable("cells_left", cells, false);
  last_period_ = add_variable("last_period", model_.periods, false);
  Terms all = {{cells_left_, 1.0}};
  for (std::size_t c = 0; c < off_.size(); ++c) {
    all.emplace_back(off_[c].back(), 1.0);
    for (int period = 1; period <= model_.periods; ++period) {
      Terms terms = {{last_period_, 1.0}};
      add_change(off_[c], period, -period, terms);
      add_row(fmt::format("last_{}_{}", c, period), 0.0, milp::kInfinity, terms);
    }
  }
  add_row("cells", cells, cells, all);
}

void ExactModel::add_refarmed_people() {
  people_mhz_ = add_variable("refarmed_people_mhz", milp::kInfinity, false);
  Terms sum = {{people_mhz_, -1.0}};
  for (SpotIndex spot = 0; spot < model_.spots.size(); ++spot) {
    const Spot& s = model_.spots[spot];
    const double people_mhz = s.weight * model_.demands[s.demand].population * model_.refarmed_mhz;
    if (std::ranges::none_of(suppliers_[spot], &Supplier::is_own_carrier)) continue;
    for (int period = 1; period <= model_.periods; ++period) {
      const Variable refarmed = add_variable(fmt::format("refarmed_{}_{}", spot, period), 1.0, false);
      sum.emplace_back(refarmed, people_mhz);
      Terms terms = {{refarmed, -1.0}};
      for (const Supplier& supplier : suppliers_[spot])
        if (supplier.is_own_carrier) terms.emplace_back((*supplier.steps)[before(period)], 1.0);
      add_row(fmt::format("refarms_{}_{}", spot, period), 0.0, milp::kInfinity, terms);
    }
  }
  add_row("people", 0.0, 0.0, sum);
}

void ExactModel::add_cost() {
  cost_ = add_variable("cost_million_vnd", milp::kInfinity, false);
  Terms sum = {{cost_, -1.0}};
  for (const auto& of_demand : given_) {
    for (const Steps& steps : of_demand)
      if (!steps.empty()) sum.emplace_back(steps.back(), model_.costs.handset_million_vnd);
  }
  for (std::size_t s = 0; s < swap_.size(); ++s)
    sum.emplace_back(swap_[s].back(), model_.swaps[s].cost_million_vnd);
  std::map<std::size_t, Variable> radio;
  for (std::size_t k = 0; k < on_.size(); ++k) {
    if (on_[k].empty()) continue;
    const std::size_t site = model_.carriers[k].site;
    if (!radio.contains(site)) {
      radio[site] = add_variable(fmt::format("radio_{}", site), 1.0, false);
      sum.emplace_back(radio[site], model_.costs.radio_million_vnd);
    }
    add_row(fmt::format("needs_radio_{}", k), 0.0, milp::kInfinity, {{radio[site], 1.0}, {on_[k].back(), -1.0}});
  }
  add_row("cost", 0.0, 0.0, sum);
}

void ExactModel::clear_aim() {
  for (milp::Variable& variable : milp_.variables)
    variable.cost = 0.0;
}

void ExactModel::aim_at_cells_left(double price_of_handset) {
  clear_aim();
  milp_.variables[cells_left_].cost = 1.0;
  for (const auto& of_demand : given_) {
    for (const Steps& steps : of_demand)
      if (!steps.empty()) milp_.variables[steps.back()].cost = price_of_handset;
  }
}

void ExactModel::set_fewest_left(std::int64_t cells) {
  milp_.variables[cells_left_].lower = static_cast<double>(cells);
}

void ExactModel::aim_at_refarmed_people() {
  clear_aim();
  milp_.sense = milp::Sense::kMaximise;
  milp_.variables[people_mhz_].cost = 1.0;
}

void ExactModel::aim_at_cost() {
  clear_aim();
  milp_.sense = milp::Sense::kMinimise;
  milp_.variables[cost_].cost = 1.0;
}

void ExactModel::keep_cells_and_period(const Objective& reached) {
  milp_.variables[cells_left_].upper = static_cast<double>(reached.cells_left);
  milp_.variables[last_period_].upper = reached.last_period;
}

void ExactModel::keep_refarmed_people(const Objective& reached) {
  milp_.variables[people_mhz_].lower =
      reached.refarmed_people_mhz - kSlack * std::max(1.0, reached.refarmed_people_mhz);
}

std::size_t ExactModel::decisions() const {
  return static_cast<std::size_t>(std::ranges::count_if(milp_.variables, &milp::Variable::integer));
}

std::vector<double> ExactModel::off_at_end(const std::vector<double>& values) const {
  std::vector<double> off;
  for (const Steps& steps : off_)
    off.push_back(values[steps.back()]);
  return off;
}

std::vector<ClassCounts> ExactModel::given_at_end(const std::vector<double>& values) const {
  std::vector<ClassCounts> given(given_.size());
  for (std::size_t d = 0; d < given_.size(); ++d) {
    for (std::size_t c = 0; c < kVolteIndex; ++c) {
      if (!given_[d][c].empty())
        given[d][c] = static_cast<std::int64_t>(std::ceil(values[given_[d][c].back()] - kSlack));
    }
  }
  return given;
}

Schedule ExactModel::schedule_of(const std::vector<double>& values) const {
  const auto first_period = [&](const Steps& steps) {
    const auto done = std::ranges::find_if(steps, [&](Variable variable) { return values[variable] > 0.5; });
    return done == steps.end() ? kNever : static_cast<int>(done - steps.begin()) + 1;
  };
  Schedule schedule(model_);
  std::ranges::transform(off_, schedule.off_period.begin(), first_period);
  std::ranges::transform(on_, schedule.on_period.begin(), first_period);
  std::ranges::transform(swap_, schedule.swap_period.begin(), first_period);
  for (DemandIndex d = 0; d < given_.size(); ++d) {
    ClassCounts so_far{};
    for (int period = 1; period <= model_.periods; ++period) {
      Subsidy subsidy{d, period, {}};
      for (std::size_t c = 0; c < kVolteIndex; ++c) {
        if (given_[d][c].empty()) continue;
        const std::int64_t now = std::llround(values[given_[d][c][before(period)]]);
        subsidy.handsets[c] = now - std::exchange(so_far[c], now);
      }
      if (total(subsidy.handsets) > 0) schedule.subsidies.push_back(subsidy);
    }
  }
  return schedule;
}

}  // namespace phusong::planning::sunset

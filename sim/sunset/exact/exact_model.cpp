#include "sim/sunset/exact/exact_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "sim/sunset/exact/exact_floors.h"
#include "sim/sunset/exact/exact_works.h"
#include "sim/sunset/model/tolerances.h"

namespace phusong::sunset {
ExactModel::ExactModel(const SunsetModel& model) : model_(model) {
  ExactRows rows(model.periods, milp_);
  add_works(model, decisions_, rows);
  add_limits_of_works(model, decisions_, rows);
  ExactFloors floors(model, decisions_, rows);
  floors.add_floors();
  floors.add_handset_budget();
  add_cells_and_period(rows);
  add_refarmed_people(rows);
  add_cost(rows);
  milp_.variables[cells_left_].cost = model.periods + 1;
  milp_.variables[last_period_].cost = 1.0;
}

void ExactModel::add_cells_and_period(ExactRows& rows) {
  const auto cells = static_cast<double>(decisions_.off.size());
  cells_left_ = rows.add_variable("cells_left", cells, false);
  last_period_ = rows.add_variable("last_period", model_.periods, false);
  Terms all = {{cells_left_, 1.0}};
  for (std::size_t c = 0; c < decisions_.off.size(); ++c) {
    all.emplace_back(decisions_.off[c].back(), 1.0);
    for (int period = 1; period <= model_.periods; ++period) {
      Terms terms = {{last_period_, 1.0}};
      add_change(decisions_.off[c], period, -period, terms);
      rows.add_at_least(fmt::format("last_{}_{}", c, period), 0.0, terms);
    }
  }
  rows.add_row("cells", cells, cells, all);
}

/// The carriers of the demand's own operator that may cover each demand class.
std::vector<std::vector<const Steps*>> ExactModel::own_carriers() const {
  std::vector<std::vector<const Steps*>> carriers(model_.demand_classes.size());
  for (CarrierIndex k = 0; k < model_.carriers.size(); ++k) {
    if (decisions_.on[k].empty()) continue;
    for (const Link& link : model_.carriers[k].links)
      if (link.own_operator) carriers[link.demand_class].push_back(&decisions_.on[k]);
  }
  return carriers;
}

void ExactModel::add_refarmed_people(ExactRows& rows) {
  people_mhz_ = rows.add_variable("refarmed_people_mhz", milp::kInfinity, false);
  Terms sum = {{people_mhz_, -1.0}};
  const std::vector<std::vector<const Steps*>> carriers = own_carriers();
  for (DemandClassIndex demand_class = 0; demand_class < model_.demand_classes.size(); ++demand_class) {
    const double people_mhz = model_.people_at(demand_class) * model_.refarmed_mhz;
    if (carriers[demand_class].empty()) continue;
    for (int period = 1; period <= model_.periods; ++period) {
      const Variable refarmed = rows.add_variable(fmt::format("refarmed_{}_{}", demand_class, period), 1.0, false);
      sum.emplace_back(refarmed, people_mhz);
      Terms terms = {{refarmed, -1.0}};
      for (const Steps* on : carriers[demand_class])
        terms.emplace_back(by_end_of(period, *on), 1.0);
      rows.add_at_least(fmt::format("refarms_{}_{}", demand_class, period), 0.0, terms);
    }
  }
  rows.add_row("people", 0.0, 0.0, sum);
}

void ExactModel::add_cost(ExactRows& rows) {
  cost_ = rows.add_variable("cost_million_vnd", milp::kInfinity, false);
  Terms sum = {{cost_, -1.0}};
  for (const auto& of_demand : decisions_.given) {
    for (const Steps& steps : of_demand)
      if (!steps.empty()) sum.emplace_back(steps.back(), model_.costs.handset_million_vnd);
  }
  std::map<std::size_t, Terms> swaps;
  for (std::size_t s = 0; s < decisions_.swap.size(); ++s) {
    sum.emplace_back(decisions_.swap[s].back(), model_.swaps[s].cost_million_vnd);
    swaps[model_.swaps[s].site].emplace_back(decisions_.swap[s].back(), 1.0);
  }
  std::map<std::size_t, Variable> radio;
  for (std::size_t k = 0; k < decisions_.on.size(); ++k) {
    if (decisions_.on[k].empty()) continue;
    const std::size_t site = model_.carriers[k].site;
    if (!radio.contains(site)) {
      radio[site] = rows.add_variable(fmt::format("radio_{}", site), 1.0, false);
      sum.emplace_back(radio[site], model_.costs.radio_million_vnd);
    }
    Terms equipment = swaps[site];
    equipment.emplace_back(radio[site], 1.0);
    equipment.emplace_back(decisions_.on[k].back(), -1.0);
    rows.add_at_least(fmt::format("needs_radio_{}", k), 0.0, equipment);
  }
  rows.add_row("cost", 0.0, 0.0, sum);
}

void ExactModel::clear_objective() {
  for (milp::Variable& variable : milp_.variables)
    variable.cost = 0.0;
}

void ExactModel::minimise_cells_left(double multiplier) {
  clear_objective();
  milp_.variables[cells_left_].cost = 1.0;
  for (const auto& of_demand : decisions_.given) {
    for (const Steps& steps : of_demand)
      if (!steps.empty()) milp_.variables[steps.back()].cost = multiplier;
  }
}

void ExactModel::set_cells_left_at_least(std::int64_t cells) {
  milp_.variables[cells_left_].lower = static_cast<double>(cells);
}

void ExactModel::maximise_refarmed_people() {
  clear_objective();
  milp_.sense = milp::Sense::kMaximise;
  milp_.variables[people_mhz_].cost = 1.0;
}

void ExactModel::minimise_cost() {
  clear_objective();
  milp_.sense = milp::Sense::kMinimise;
  milp_.variables[cost_].cost = 1.0;
}

void ExactModel::constrain_cells_and_period(const Objective& reached) {
  milp_.variables[cells_left_].upper = static_cast<double>(reached.cells_left);
  milp_.variables[last_period_].upper = reached.last_period;
}

void ExactModel::constrain_refarmed_people(const Objective& reached) {
  milp_.variables[people_mhz_].lower =
      reached.refarmed_people_mhz - kSolverTolerance * std::max(1.0, reached.refarmed_people_mhz);
}

std::size_t ExactModel::decisions() const {
  return static_cast<std::size_t>(std::ranges::count_if(milp_.variables, &milp::Variable::integer));
}

std::vector<double> ExactModel::off_at_end(const std::vector<double>& values) const {
  std::vector<double> off;
  for (const Steps& steps : decisions_.off)
    off.push_back(values[steps.back()]);
  return off;
}

std::vector<ClassCounts> ExactModel::given_at_end(const std::vector<double>& values) const {
  std::vector<ClassCounts> given(decisions_.given.size());
  for (std::size_t d = 0; d < decisions_.given.size(); ++d) {
    for (std::size_t c = 0; c < kVolteIndex; ++c) {
      if (!decisions_.given[d][c].empty())
        given[d][c] = static_cast<std::int64_t>(std::ceil(values[decisions_.given[d][c].back()] - kSolverTolerance));
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
  std::ranges::transform(decisions_.off, schedule.off_period.begin(), first_period);
  std::ranges::transform(decisions_.on, schedule.on_period.begin(), first_period);
  std::ranges::transform(decisions_.swap, schedule.swap_period.begin(), first_period);
  for (DemandIndex d = 0; d < decisions_.given.size(); ++d) {
    ClassCounts so_far{};
    for (int period = 1; period <= model_.periods; ++period) {
      Subsidy subsidy{d, period, {}};
      for (std::size_t c = 0; c < kVolteIndex; ++c) {
        if (decisions_.given[d][c].empty()) continue;
        const std::int64_t now = std::llround(values[by_end_of(period, decisions_.given[d][c])]);
        subsidy.handsets[c] = now - std::exchange(so_far[c], now);
      }
      if (total(subsidy.handsets) > 0) schedule.subsidies.push_back(subsidy);
    }
  }
  return schedule;
}

}  // namespace phusong::sunset

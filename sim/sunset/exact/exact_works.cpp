#include "sim/sunset/exact/exact_works.h"

#include <fmt/format.h>

#include <map>

namespace phusong::sunset {
namespace {

/// Constraint (4): a carrier is on only where the cells that it waits for are off.
void add_guard(const std::vector<Carrier>& carriers, const ExactDecisions& decisions, ExactRows& rows) {
  for (CarrierIndex k = 0; k < carriers.size(); ++k) {
    if (decisions.on[k].empty()) continue;
    std::vector<CellIndex> first = carriers[k].blockers;
    first.push_back(carriers[k].replaces);
    for (const CellIndex cell : first) {
      for (int period = 1; period <= rows.periods(); ++period) {
        rows.add_at_least(fmt::format("clear_{}_{}_{}", k, cell, period), 0.0,
                          {{by_end_of(period, decisions.off[cell]), 1.0}, {by_end_of(period, decisions.on[k]), -1.0}});
      }
    }
  }
}

/// Constraint (5): cells switched off within a period.
void add_crews(int max_cells_per_period, const std::vector<Steps>& off, ExactRows& rows) {
  if (max_cells_per_period == 0) return;
  for (int period = 1; period <= rows.periods(); ++period) {
    Terms terms;
    for (const Steps& steps : off)
      add_change(steps, period, 1.0, terms);
    rows.add_at_most(fmt::format("crew_cells_{}", period), max_cells_per_period, terms);
  }
}

using WorksBySite = std::map<std::size_t, std::vector<const Steps*>>;

WorksBySite works_by_site(const SunsetModel& model, const ExactDecisions& decisions) {
  WorksBySite at_site;
  for (CellIndex c = 0; c < model.cells.size(); ++c)
    at_site[model.cells[c].site].push_back(&decisions.off[c]);
  for (CarrierIndex k = 0; k < model.carriers.size(); ++k)
    if (!decisions.on[k].empty()) at_site[model.carriers[k].site].push_back(&decisions.on[k]);
  for (std::size_t s = 0; s < model.swaps.size(); ++s)
    at_site[model.swaps[s].site].push_back(&decisions.swap[s]);
  return at_site;
}

/// Constraint (6): sites visited within a period.
void add_visits(int max_sites_per_period, const WorksBySite& at_site, ExactRows& rows) {
  if (max_sites_per_period == 0) return;
  for (int period = 1; period <= rows.periods(); ++period) {
    Terms visits;
    for (const auto& [site, works] : at_site) {
      const Variable visit = rows.add_variable(fmt::format("visit_{}_{}", site, period), 1.0, true);
      visits.emplace_back(visit, 1.0);
      for (std::size_t i = 0; i < works.size(); ++i) {
        Terms terms = {{visit, 1.0}};
        add_change(*works[i], period, -1.0, terms);
        rows.add_at_least(fmt::format("works_{}_{}_{}", site, i, period), 0.0, terms);
      }
    }
    rows.add_at_most(fmt::format("crew_sites_{}", period), max_sites_per_period, visits);
  }
}

/// Constraint (7) on the cost of all swaps.
void add_swap_budget(double budget_million_vnd, const std::vector<Swap>& swaps, const ExactDecisions& decisions,
                     ExactRows& rows) {
  Terms terms;
  for (std::size_t s = 0; s < swaps.size(); ++s)
    terms.emplace_back(decisions.swap[s].back(), swaps[s].cost_million_vnd);
  if (!terms.empty()) rows.add_at_most("swap_budget", budget_million_vnd, terms);
}

}  // namespace

void add_works(const SunsetModel& model, ExactDecisions& decisions, ExactRows& rows) {
  for (CellIndex c = 0; c < model.cells.size(); ++c)
    decisions.off.push_back(rows.add_steps("off", c));
  for (CarrierIndex k = 0; k < model.carriers.size(); ++k) {
    const bool may_start = !model.carriers[k].blocked_for_good && model.carriers[k].useful;
    decisions.on.push_back(may_start ? rows.add_steps("on", k) : Steps{});
  }
  for (std::size_t s = 0; s < model.swaps.size(); ++s)
    decisions.swap.push_back(rows.add_steps("swap", s));
}

void add_limits_of_works(const SunsetModel& model, const ExactDecisions& decisions, ExactRows& rows) {
  add_guard(model.carriers, decisions, rows);
  add_crews(model.max_cells_per_period, decisions.off, rows);
  add_visits(model.max_sites_per_period, works_by_site(model, decisions), rows);
  add_swap_budget(model.swap_budget_million_vnd, model.swaps, decisions, rows);
}

}  // namespace phusong::sunset

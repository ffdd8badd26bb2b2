#pragma once

#include <string_view>

namespace phusong::report {

/// What the planner says, in one language.
struct PlanWording {
  // Why a hamlet stays unserved.
  std::string_view off_terrain, no_candidate, only_part, not_needed, no_budget, no_fibre;
  // Notes, with {count}, {amount}, {year}, {spent} or {id}.
  std::string_view chosen_for_less, links_cost_more, no_roads, dear_years, unspent_years, candidate_off_terrain,
      site_off_terrain;
  // The table at the end.
  std::string_view title, stations, masts, relays, poles, upgrades, costs, item, quantity, capex, opex, total;
  std::string_view hamlets, people, before, after, bound, full_bound, broadband, broadband_bound, unserved, more,
      not_reached;
  std::string_view confidence;          ///< {probability} {asked} {draws} {checked}
  std::string_view confidence_costs;    ///< {probability} {by_medians} {difference} {years}
  std::string_view confidence_margins;  ///< {count} {margin}
};

/// Vietnamese for "vi", English else.
const PlanWording& plan_wording(std::string_view language);

}  // namespace phusong::report

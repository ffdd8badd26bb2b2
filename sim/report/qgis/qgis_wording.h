#pragma once

#include <string>
#include <string_view>

namespace phusong::report {

/// The words of the QGIS project and of the styles, in one language; words in braces are placeholders.
struct QgisWording {
  // Groups and layers.
  std::string_view terrain, coverage, hamlets, network, plan, sunset, resilience, uncertainty;
  std::string_view hamlet_status;     ///< all technologies of the target
  std::string_view hamlet_status_of;  ///< {technology}
  std::string_view sites, cells, links;
  std::string_view stations, backhaul, cells_by_period;
  std::string_view switch_off;                                       ///< cells by the quarter in which they go off
  std::string_view level, probability, best_server, overlap, ratio;  ///< {technology} {quantity}
  std::string_view throughput;                                       ///< {technology}
  std::string_view terrain_gaps;
  std::string_view any_operator;
  // Themes; the titles of the layouts are the same.
  std::string_view coverage_theme;     ///< {technology}
  std::string_view coverage_theme_of;  ///< {technology} {operator}
  std::string_view hamlet_theme, plan_theme, sunset_theme, switch_off_theme, resilience_theme, uncertainty_theme;
  std::string_view quality_theme;  ///< {technology}
  // Legends.
  std::string_view on_air, planned, candidate, off;
  std::string_view existing_fibre, existing_microwave, existing_satellite, existing_link;
  std::string_view new_mast, pole, upgrade, fibre_to_hamlet;
  std::string_view fibre, microwave, satellite;
  std::string_view stays, exempt, goes, left, refarmed, swap;
  std::string_view covered_seldom, covered_sometimes, covered_often;
  std::string_view step;  ///< before a step's number
  std::string_view year;  ///< before a year's number
  // Map tips.
  std::string_view reason, cheapest_fix;
  // Layouts.
  std::string_view legend;
  std::string_view state_at;        ///< {period} of a sunset
  std::string_view source;          ///< {scenario} {operator} {model}
  std::string_view crs_note;        ///< {crs}
  std::string_view synthetic_note;  ///< inputs that are made up
  std::string_view verdict_note;    ///< what a status rests on
  std::string_view quality_note;    ///< SINR is no verdict
  std::string_view plan_note;       ///< what the statuses beside a plan are
  std::string_view assumed_costs_note;
};

/// Vietnamese for "vi", English else.
const QgisWording& qgis_wording(std::string_view language);

/// The name of a column in a language; empty where there is none, as for a user's own columns.
std::string field_alias(std::string_view field, std::string_view language);

}  // namespace phusong::report

#pragma once

#include <string>
#include <vector>

#include "gis/terrain.h"
#include "sim/coverage/places_on_terrain.h"
#include "sim/scenario/scenario.h"

namespace phusong::report {

/// What `phusong check` says of a scenario without problems.
struct CheckSummary {
  std::string name, crs_name;
  std::string language;  ///< of the report
  std::size_t sites = 0, sites_on_air = 0;
  network::PerTechnology<std::size_t> cells;
  std::size_t hamlets = 0;
  std::int64_t population = 0;
  std::vector<std::string> operators;
  gis::Grid grid;
  double void_share = 0.0;                                                ///< of the terrain's cells
  std::vector<std::string> sites_off_terrain, hamlets_off_terrain;        ///< ids
  std::vector<std::string> sites_beside_terrain, hamlets_beside_terrain;  ///< ids; the height is that of a cell nearby
  std::vector<std::string> notes;
  std::vector<std::string> warnings;  ///< as a run gives them: the notes, then masts and hamlets off the terrain
};

CheckSummary summarise(const scenario::Scenario& scenario, const gis::Terrain& terrain);

/// For a terminal, in the language of the report.
std::string text_of(const CheckSummary& summary);
/// One JSON object, indented.
std::string json_of(const CheckSummary& summary);

/// `{"problems": [...]}` with kind, file, line, key, value, message, allowed of each.
std::string json_of(const gis::Problems& problems);

}  // namespace phusong::report

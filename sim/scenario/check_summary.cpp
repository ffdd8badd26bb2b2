#include "sim/scenario/check_summary.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "sim/scenario/value.h"

namespace phusong::scenario {
namespace {

using Json = nlohmann::ordered_json;

std::string warning(const std::vector<std::string>& ids, const char* what, const char* consequence) {
  if (ids.empty()) return "";
  return fmt::format("warning: {} {}, {}: {}\n", ids.size(), what, consequence, joined(ids));
}

std::string cell_counts(const CheckSummary& summary) {
  std::string text;
  for (const network::Technology technology : network::kTechnologies) {
    if (const std::size_t count = summary.cells[technology])
      text += fmt::format("{}{} {}", text.empty() ? "" : ", ", network::name_of(technology), count);
  }
  return text.empty() ? "none" : text;
}

}  // namespace

CheckSummary summarise(const Scenario& scenario, const gis::Terrain& terrain) {
  const network::Network& network = scenario.network;
  CheckSummary summary{
      .name = scenario.options.scenario.name,
      .crs_name = scenario.crs.name(),
      .sites = network.sites.size(),
      .hamlets = network.hamlets.size(),
      .operators = network.operators,
      .grid = terrain.grid(),
      .void_share = static_cast<double>(terrain.void_count()) / static_cast<double>(terrain.grid().cell_count()),
      .notes = scenario.notes};
  for (const network::Cell& cell : network.cells)
    ++summary.cells[cell.technology];
  for (const network::Site& site : network.sites) {
    if (network.on_air(site)) ++summary.sites_on_air;
    if (!terrain.height_near(site.position)) summary.sites_off_terrain.push_back(site.site_id);
    if (terrain.takes_height_from_nearby(site.position)) summary.sites_beside_terrain.push_back(site.site_id);
  }
  for (const network::Hamlet& hamlet : network.hamlets) {
    summary.population += hamlet.population;
    if (!terrain.height_near(hamlet.position)) summary.hamlets_off_terrain.push_back(hamlet.hamlet_id);
    if (terrain.takes_height_from_nearby(hamlet.position)) summary.hamlets_beside_terrain.push_back(hamlet.hamlet_id);
  }
  return summary;
}

std::string text_of(const CheckSummary& s) {
  std::string text = fmt::format("{} in {}\n", s.name, s.crs_name);
  text += fmt::format("  terrain   {} × {} cells of {:g} m, {:.2f} % void\n", s.grid.columns, s.grid.rows,
                      s.grid.cell_size_m, 100.0 * s.void_share);
  text += fmt::format("  sites     {}, {} on air\n", s.sites, s.sites_on_air);
  text += fmt::format("  cells     {}\n", cell_counts(s));
  text += fmt::format("  operators {}\n", s.operators.empty() ? "none" : joined(s.operators));
  text += fmt::format("  hamlets   {} with {} people\n", s.hamlets, s.population);
  for (const std::string& note : s.notes)
    text += "note: " + note + "\n";
  constexpr const char* kNearby = "their ground height is that of the nearest known cell";
  text += warning(s.sites_off_terrain, "sites off the terrain", "their cells contribute nothing");
  text += warning(s.sites_beside_terrain, "sites just off the terrain or on a void", kNearby);
  text += warning(s.hamlets_off_terrain, "hamlets off the terrain", "their status is unknown");
  text += warning(s.hamlets_beside_terrain, "hamlets just off the terrain or on a void", kNearby);
  return text + "no problems\n";
}

std::string json_of(const CheckSummary& s) {
  Json cells = Json::object();
  for (const network::Technology technology : network::kTechnologies)
    cells[std::string(network::name_of(technology))] = s.cells[technology];
  const Json json = {{"name", s.name},
                     {"crs", s.crs_name},
                     {"terrain",
                      {{"columns", s.grid.columns},
                       {"rows", s.grid.rows},
                       {"cell_size_m", s.grid.cell_size_m},
                       {"void_share", s.void_share}}},
                     {"sites", s.sites},
                     {"sites_on_air", s.sites_on_air},
                     {"cells", cells},
                     {"operators", s.operators},
                     {"hamlets", s.hamlets},
                     {"population", s.population},
                     {"sites_off_terrain", s.sites_off_terrain},
                     {"hamlets_off_terrain", s.hamlets_off_terrain},
                     {"sites_beside_terrain", s.sites_beside_terrain},
                     {"hamlets_beside_terrain", s.hamlets_beside_terrain},
                     {"notes", s.notes},
                     {"problems", Json::array()}};
  return json.dump(2) + "\n";
}

std::string json_of(const gis::Problems& problems) {
  Json list = Json::array();
  for (const gis::Problem& problem : problems.all()) {
    list.push_back({{"kind", problem.kind == gis::ProblemKind::kScenario ? "scenario" : "file"},
                    {"file", problem.file},
                    {"line", problem.line ? Json(*problem.line) : Json()},
                    {"key", problem.key},
                    {"value", problem.value},
                    {"message", problem.message},
                    {"allowed", problem.allowed}});
  }
  const Json json = {{"problems", list}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace phusong::scenario

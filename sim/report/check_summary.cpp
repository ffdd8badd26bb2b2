#include "sim/report/check_summary.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "sim/report/input_notes.h"
#include "sim/report/warnings.h"
#include "sim/scenario/value.h"

namespace phusong::report {
namespace {

using Json = nlohmann::ordered_json;

/// The ids of the places at the indices.
template <class Place>
std::vector<std::string> ids(const std::vector<Place>& places, std::string Place::*id,
                             const std::vector<std::size_t>& indices) {
  std::vector<std::string> result;
  for (const std::size_t i : indices)
    result.push_back(places[i].*id);
  return result;
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

CheckSummary summarise(const scenario::Scenario& scenario, const gis::Terrain& terrain) {
  const network::Network& network = scenario.network;
  const coverage::PlacesOnTerrain places = coverage::places_on_terrain(network, terrain);
  using network::Hamlet;
  using network::Site;
  CheckSummary summary{
      .name = scenario.options.scenario.name,
      .crs_name = scenario.crs.name(),
      .sites = network.sites.size(),
      .hamlets = network.hamlets.size(),
      .operators = network.operators,
      .grid = terrain.grid(),
      .void_share = static_cast<double>(terrain.void_count()) / static_cast<double>(terrain.grid().cell_count()),
      .sites_off_terrain = ids(network.sites, &Site::site_id, places.sites_off_terrain),
      .hamlets_off_terrain = ids(network.hamlets, &Hamlet::hamlet_id, places.hamlets_off_terrain),
      .sites_beside_terrain = ids(network.sites, &Site::site_id, places.sites_beside_terrain),
      .hamlets_beside_terrain = ids(network.hamlets, &Hamlet::hamlet_id, places.hamlets_beside_terrain),
      .notes = input_note_texts(scenario),
      .warnings = warnings(scenario, places)};
  for (const network::Cell& cell : network.cells)
    ++summary.cells[cell.technology];
  for (const Site& site : network.sites)
    if (network.on_air(site)) ++summary.sites_on_air;
  for (const Hamlet& hamlet : network.hamlets)
    summary.population += hamlet.population;
  return summary;
}

std::string text_of(const CheckSummary& s) {
  std::string text = fmt::format("{} in {}\n", s.name, s.crs_name);
  text += fmt::format("  terrain   {} × {} cells of {:g} m, {:.2f} % void\n", s.grid.columns, s.grid.rows,
                      s.grid.cell_size_m, 100.0 * s.void_share);
  text += fmt::format("  sites     {}, {} on air\n", s.sites, s.sites_on_air);
  text += fmt::format("  cells     {}\n", cell_counts(s));
  text += fmt::format("  operators {}\n", s.operators.empty() ? "none" : scenario::joined(s.operators));
  text += fmt::format("  hamlets   {} with {} people\n", s.hamlets, s.population);
  for (const std::string& note : s.notes)
    text += "note: " + note + "\n";
  for (std::size_t i = s.notes.size(); i < s.warnings.size(); ++i)
    text += "warning: " + s.warnings[i] + "\n";
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
                     {"warnings", s.warnings},
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

}  // namespace phusong::report

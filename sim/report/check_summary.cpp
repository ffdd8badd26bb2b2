#include "sim/report/check_summary.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "sim/report/input_notes.h"
#include "sim/report/warnings.h"
#include "sim/report/wording.h"
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

/// The lines of the summary in one language.
struct CheckWording {
  std::string_view head;       ///< {name} {crs}
  std::string_view terrain;    ///< {columns} {rows} {cell} {void}
  std::string_view sites;      ///< {sites} {on_air}
  std::string_view cells;      ///< {cells}
  std::string_view operators;  ///< {operators}
  std::string_view hamlets;    ///< {hamlets} {people}
  std::string_view none, note, warning, no_problems;
};

constexpr CheckWording kVietnameseCheck{
    .head = "{name}, hệ tọa độ {crs}",
    .terrain = "  địa hình  {columns} × {rows} ô {cell} m, {void} % không có số liệu",
    .sites = "  trạm      {sites}, đang phát {on_air}",
    .cells = "  cell      {cells}",
    .operators = "  nhà mạng  {operators}",
    .hamlets = "  thôn, bản {hamlets}, dân số {people}",
    .none = "không có",
    .note = "lưu ý: ",
    .warning = "cảnh báo: ",
    .no_problems = "không có lỗi"};

constexpr CheckWording kEnglishCheck{.head = "{name} in {crs}",
                                     .terrain = "  terrain   {columns} × {rows} cells of {cell} m, {void} % void",
                                     .sites = "  sites     {sites}, {on_air} on air",
                                     .cells = "  cells     {cells}",
                                     .operators = "  operators {operators}",
                                     .hamlets = "  hamlets   {hamlets} with {people} people",
                                     .none = "none",
                                     .note = "note: ",
                                     .warning = "warning: ",
                                     .no_problems = "no problems"};

std::string cell_counts(const CheckSummary& summary) {
  std::string text;
  for (const network::Technology technology : network::kTechnologies) {
    if (const std::size_t count = summary.cells[technology])
      text += fmt::format("{}{} {}", text.empty() ? "" : ", ", network::name_of(technology), count);
  }
  return text;
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
      .language = scenario.options.report.language,
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
  const CheckWording& words = s.language == "vi" ? kVietnameseCheck : kEnglishCheck;
  const Wording& numbers = wording(s.language);
  std::string text;
  const auto say = [&text](std::string_view form, const auto&... arguments) {
    text += fmt::format(fmt::runtime(form), arguments...) + "\n";
  };
  const auto or_none = [&words](const std::string& list) { return list.empty() ? std::string(words.none) : list; };
  const auto count = [&numbers](auto n) { return number_text(static_cast<std::int64_t>(n), numbers); };
  say(words.head, fmt::arg("name", s.name), fmt::arg("crs", s.crs_name));
  say(words.terrain, fmt::arg("columns", s.grid.columns), fmt::arg("rows", s.grid.rows),
      fmt::arg("cell", general_text(s.grid.cell_size_m, numbers)),
      fmt::arg("void", decimal_text(100.0 * s.void_share, 2, numbers)));
  say(words.sites, fmt::arg("sites", count(s.sites)), fmt::arg("on_air", count(s.sites_on_air)));
  say(words.cells, fmt::arg("cells", or_none(cell_counts(s))));
  say(words.operators, fmt::arg("operators", or_none(scenario::joined(s.operators))));
  say(words.hamlets, fmt::arg("hamlets", count(s.hamlets)), fmt::arg("people", count(s.population)));
  for (const std::string& note : s.notes)
    say("{}{}", words.note, note);
  for (std::size_t i = s.notes.size(); i < s.warnings.size(); ++i)
    say("{}{}", words.warning, s.warnings[i]);
  say(words.no_problems);
  return text;
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

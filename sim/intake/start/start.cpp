#include "sim/intake/start/start.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <string_view>

#include "gis/output_file.h"
#include "gis/vector_writer.h"
#include "sim/intake/fetch/product.h"
#include "sim/intake/fetch/sources.h"
#include "sim/intake/start/start_wording.h"
#include "sim/intake/tables/vn2000_zones.h"
#include "sim/scenario/scenario_form.h"
#include "sim/scenario/table_docs.h"

namespace phusong::intake {
namespace {

/// The key that names each table.
const std::map<std::string, std::string>& keys_of_tables() {
  static const std::map<std::string, std::string> kKeys = {{"sites", "network.sites"},
                                                           {"cells", "network.cells"},
                                                           {"hamlets", "network.hamlets"},
                                                           {"clusters", "network.clusters"},
                                                           {"operator_share", "network.operator_share"},
                                                           {"equipment", "plan.equipment"},
                                                           {"costs", "plan.costs"},
                                                           {"candidates", "plan.candidates.file"},
                                                           {"fibre_nodes", "backhaul.fibre_nodes"}};
  return kKeys;
}

/// Those that a scenario cannot be without.
bool must_be_filled(const std::string& table) {
  return table == "sites" || table == "cells" || table == "hamlets";
}

std::string file_of(const std::string& table) {
  return table + ".csv";
}

void write_header(const StartOptions& options, const scenario::TableForm& form) {
  gis::OutputTable table{.name = form.name};
  for (const auto* const names : {&form.required, &form.optional}) {
    for (const std::string& name : *names)
      table.columns.push_back({.name = name, .type = gis::ColumnType::kText});
  }
  gis::write_csv(options.folder / file_of(form.name), table,
                 options.language == "vi" ? gis::CsvStyle::kSemicolon : gis::CsvStyle::kComma);
}

/// A path as scenario.toml has it.
std::string seen_from(const std::filesystem::path& folder, const std::filesystem::path& file) {
  return std::filesystem::relative(std::filesystem::absolute(file), std::filesystem::absolute(folder)).generic_string();
}

/// Whether a land cover is there, or will be fetched with a terrain that is not there yet.
bool has_land_cover(const FetchedFolder& found) {
  return found.has_land_cover || !found.has_terrain;
}

std::string toml_of(const StartOptions& options, const FetchedFolder& found, const StartWording& words) {
  scenario::Options values;
  std::set<std::string> stated = {"scenario.title", "scenario.crs", "terrain.elevation", "terrain.elevation_kind",
                                  "report.language"};
  values.scenario.title = fmt::format(fmt::runtime(words.title), fmt::arg("province", options.province));
  values.scenario.crs = options.crs;
  values.terrain.elevation = {seen_from(options.folder, options.fetched / copernicus_glo30().output)};
  values.terrain.elevation_kind = scenario::ElevationKind::kSurface;
  if (has_land_cover(found)) {
    values.terrain.land_cover = seen_from(options.folder, options.fetched / esa_worldcover().output);
    stated.insert("terrain.land_cover");
  }
  values.network.sites = {file_of("sites")};
  values.network.cells = {file_of("cells")};
  values.network.hamlets = file_of("hamlets");
  values.network.clusters = file_of("clusters");
  values.network.operator_share = file_of("operator_share");
  values.network.communes = "communes.geojson";
  values.plan.equipment = file_of("equipment");
  values.plan.costs = file_of("costs");
  values.plan.candidates.file = file_of("candidates");
  values.backhaul.fibre_nodes = file_of("fibre_nodes");
  values.report.language = options.language;
  for (const auto& [table, key] : keys_of_tables())
    if (must_be_filled(table)) stated.insert(key);
  return fmt::format(fmt::runtime(words.toml_head), fmt::arg("province", options.province)) +
         scenario::scenario_toml(values, stated);
}

/// As a shell takes it for one word: in single quotes where it holds more than letters, digits and harmless signs.
std::string quoted(const std::string& argument) {
  const bool is_plain = std::ranges::all_of(argument, [](unsigned char c) {
    return c >= 0x80 || std::isalnum(c) != 0 ||
           std::string_view("/._-+,:@%=").find(static_cast<char>(c)) != std::string_view::npos;
  });
  if (is_plain) return argument;
  std::string text = "'";
  for (const char c : argument)
    text += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return text + "'";
}

std::string terrain_text(const StartOptions& options, const FetchedFolder& found, const StartWording& words) {
  const std::filesystem::path terrain = options.fetched / copernicus_glo30().output;
  if (found.has_terrain)
    return fmt::format(fmt::runtime(words.terrain_there), fmt::arg("file", seen_from(options.folder, terrain)));
  const gis::LonLatBox& box = options.box;
  const std::string command = fmt::format("phusong data fetch --bbox={},{},{},{} --out {}", box.west_deg, box.south_deg,
                                          box.east_deg, box.north_deg, quoted(options.fetched.string()));
  return fmt::format(fmt::runtime(words.terrain_to_do), fmt::arg("command", command));
}

std::string readme_of(const StartOptions& options, const FetchedFolder& found, const StartWording& words) {
  std::string tables, optional;
  for (const scenario::TableForm& form : scenario::table_forms()) {
    std::string required;
    for (const std::string& column : form.required)
      required += fmt::format("{}`{}`", required.empty() ? "" : ", ", column);
    const std::string& key = keys_of_tables().at(form.name);
    const bool is_needed = must_be_filled(form.name);
    (is_needed ? tables : optional) +=
        fmt::format(fmt::runtime(is_needed ? words.table_line : words.optional_line),
                    fmt::arg("file", file_of(form.name)), fmt::arg("what", table_meaning(form.name, options.language)),
                    fmt::arg("required", required), fmt::arg("key", key));
  }
  const gis::LonLatBox& box = options.box;
  return fmt::format(
      fmt::runtime(words.readme), fmt::arg("province", options.province),
      fmt::arg("folder", quoted(options.folder.string())), fmt::arg("terrain", terrain_text(options, found, words)),
      fmt::arg("box", fmt::format("{}, {}, {}, {}", box.west_deg, box.south_deg, box.east_deg, box.north_deg)),
      fmt::arg("crs", options.crs == "auto" ? std::string(words.crs_auto) : options.crs), fmt::arg("tables", tables),
      fmt::arg("optional", optional));
}

/// The working CRS, and why it is none of VN-2000.
std::string crs_text(const StartOptions& options, const StartWording& words) {
  if (options.crs != "auto" || own_zone_of_province(options.province)) return options.crs;
  return fmt::format("{} ({})", options.crs,
                     fmt::format(fmt::runtime(words.no_zone), fmt::arg("province", options.province)));
}

std::string said_of(const StartOptions& options, const std::vector<std::filesystem::path>& to_fill,
                    const StartWording& words) {
  std::string tables;
  for (const std::filesystem::path& table : to_fill)
    tables += "  " + table.string() + "\n";
  return fmt::format(fmt::runtime(words.said), fmt::arg("folder", quoted(options.folder.string())),
                     fmt::arg("province", options.province), fmt::arg("crs", crs_text(options, words)),
                     fmt::arg("tables", tables), fmt::arg("readme", (options.folder / "README.md").string()));
}

}  // namespace

StartedScenario start_scenario(const StartOptions& options) {
  gis::make_folder(options.folder);
  const FetchedFolder found = fetched_folder(options.fetched);
  const StartWording& words = start_wording(options.language);
  std::vector<std::filesystem::path> to_fill;
  for (const scenario::TableForm& form : scenario::table_forms()) {
    write_header(options, form);
    if (must_be_filled(form.name)) to_fill.push_back(options.folder / file_of(form.name));
  }
  gis::write_text_file(options.folder / "README.md", readme_of(options, found, words));
  gis::write_text_file(options.folder / "scenario.toml", toml_of(options, found, words));
  return {.to_fill = to_fill, .said = said_of(options, to_fill, words)};
}

}  // namespace phusong::intake

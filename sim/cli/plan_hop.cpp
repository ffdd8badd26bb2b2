#include "sim/cli/plan_hop.h"

#include <fmt/format.h>

#include <algorithm>

#include "gis/table.h"
#include "sim/cli/exit_code.h"

namespace phusong::cli {
namespace {

namespace fs = std::filesystem;

std::size_t column_named(const gis::Table& table, std::string_view name) {
  const auto found = std::ranges::find(table.columns, name);
  if (found == table.columns.end()) gis::fail(table.file, fmt::format("has no column '{}'", name));
  return static_cast<std::size_t>(found - table.columns.begin());
}

/// Throws UsageError where there is no such link, or it is of another medium.
void check_link_of_plan(const fs::path& file, const std::string& from, const std::string& to) {
  if (!fs::exists(file)) gis::fail(file.string(), "there is no such file: --run names a run with a plan");
  gis::Problems problems;
  const gis::Table table = gis::read_table(file, problems);
  problems.throw_if_any();
  const std::size_t from_column = column_named(table, "from"), to_column = column_named(table, "to");
  const std::size_t medium_column = column_named(table, "medium");
  std::string links;
  for (const gis::TableRow& row : table.rows) {
    const std::string &a = row.values[from_column], &b = row.values[to_column], &medium = row.values[medium_column];
    const bool is_it = (a == from && b == to) || (a == to && b == from);
    if (is_it && medium == "microwave") return;
    if (is_it) throw UsageError(fmt::format("--hop '{},{}': the plan connects the two by {}", from, to, medium));
    if (medium == "microwave") links += fmt::format("{}{},{}", links.empty() ? "" : " ", a, b);
  }
  throw UsageError(fmt::format("--hop '{},{}': {} has no such link (allowed: {})", from, to, file.string(),
                               links.empty() ? "none, there is no microwave link" : links));
}

/// The files of the sites table with another one, as TOML. Paths are relative to the scenario's folder.
std::string with_file(const std::vector<std::string>& files, const fs::path& more) {
  std::string list;
  for (const std::string& file : files)
    list += fmt::format("'{}', ", file);
  return fmt::format("[{}'{}']", list, fs::absolute(more).string());
}

}  // namespace

Inputs inputs_with_plan(const CommonOptions& options, const fs::path& run, const std::string& from,
                        const std::string& to) {
  check_link_of_plan(run / "plan" / "backhaul.geojson", from, to);
  std::vector<scenario::Override> overrides = overrides_of(options);
  const scenario::Scenario before = scenario::load_scenario(options.scenario, overrides);
  overrides.push_back({.key = "network.sites",
                       .value = with_file(before.options.network.sites, run / "plan" / "new_sites.csv"),
                       .option = "--run"});
  scenario::Scenario scenario = scenario::load_scenario(options.scenario, overrides);
  gis::Terrain terrain = read_terrain_of(scenario);
  return {std::move(scenario), std::move(terrain)};
}

}  // namespace phusong::cli

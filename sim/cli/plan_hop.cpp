#include "sim/cli/plan_hop.h"

#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "gis/problem.h"
#include "sim/cli/exit_code.h"

namespace phusong::cli {
namespace {

namespace fs = std::filesystem;

/// A link of backhaul.geojson.
struct LinkOfPlan {
  std::string from, to, medium;

  bool joins(const std::string& a, const std::string& b) const {
    return (a == from && b == to) || (a == to && b == from);
  }
};

std::vector<LinkOfPlan> links_of_plan(const fs::path& file) {
  std::ifstream stream(file);
  if (!stream) gis::fail(file.string(), "there is no such file: --run names a run with a plan");
  std::vector<LinkOfPlan> links;
  try {
    const auto json = nlohmann::json::parse(stream);
    for (const auto& feature : json.at("features")) {
      const auto& properties = feature.at("properties");
      links.push_back({.from = properties.at("from"), .to = properties.at("to"), .medium = properties.at("medium")});
    }
  } catch (const nlohmann::json::exception& error) {
    gis::fail(file.string(), fmt::format("is not a plan's backhaul.geojson: {}", error.what()));
  }
  return links;
}

/// Throws UsageError where there is no such link, or it is of another medium.
void check_link_of_plan(const fs::path& file, const std::string& from, const std::string& to) {
  constexpr std::string_view kMicrowave = "microwave";
  std::string microwave;
  for (const LinkOfPlan& link : links_of_plan(file)) {
    if (link.medium == kMicrowave)
      microwave += fmt::format("{}{},{}", microwave.empty() ? "" : " ", link.from, link.to);
    if (!link.joins(from, to)) continue;
    if (link.medium == kMicrowave) return;
    throw UsageError(fmt::format("--hop '{},{}': the plan connects the two by {}", from, to, link.medium));
  }
  throw UsageError(fmt::format("--hop '{},{}': {} has no such link (allowed: {})", from, to, file.string(),
                               microwave.empty() ? "none, no link of it is by microwave" : microwave));
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

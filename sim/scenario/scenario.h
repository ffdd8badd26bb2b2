#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "gis/crs.h"
#include "gis/input_note.h"
#include "gis/terrain_reader.h"
#include "sim/network/network.h"
#include "sim/scenario/options.h"
#include "sim/scenario/plan_tables.h"

namespace phusong::scenario {

/// A file that the scenario named and that was read.
struct InputFile {
  std::string role;  ///< the key that names it, e.g. "network.sites"
  std::string path;  ///< as written in the scenario
  std::filesystem::path absolute_path;
};

/// A scenario folder, read, checked and with every default filled in.
struct Scenario {
  std::filesystem::path folder;
  Options options;
  gis::WorkingCrs crs;
  gis::TerrainSource terrain_source;
  network::Network network;
  PlanTables plan_tables;
  std::vector<InputFile> inputs;
  std::vector<gis::InputNote> notes;  ///< in a fixed order
  std::set<std::string> given_keys;   ///< dotted keys of scenario.toml and --set that were given
};

/// Whether the scenario has a target of its own: a key of [plan] target is given.
bool has_target(const Scenario& scenario);
/// Whether a run makes a plan: a key of [plan] is given beside those that say what "covered" counts for.
bool asks_for_plan(const Scenario& scenario);
/// Whether a run makes a sunset: a key of [sunset] is given.
bool asks_for_sunset(const Scenario& scenario);

/// One `--set key=value` of the command line.
struct Override {
  std::string key;
  std::string value;
  std::string option = "--set";  ///< of the command line, that it comes from
};

/// Splits "key=value". Throws gis::InputError (kind kScenario).
Override parse_override(const std::string& text);

/// Reads `folder`/scenario.toml and its tables. Throws gis::InputError with all the problems found
/// (a TOML syntax error is reported alone).
Scenario load_scenario(const std::filesystem::path& folder, const std::vector<Override>& overrides = {});

/// All keys with their defaults, as TOML with a comment a key: its meaning, unit and range.
std::string defaults_toml();

/// The options in effect, every key, in the order of defaults_toml: dotted key and value as JSON text.
std::vector<std::pair<std::string, std::string>> effective_options(const Options& options);

}  // namespace phusong::scenario

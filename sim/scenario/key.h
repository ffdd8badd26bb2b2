#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "propagation/limit.h"
#include "sim/scenario/options.h"
#include "sim/scenario/value.h"

namespace phusong::scenario {

/// One key of scenario.toml, bound to its member of an Options: the single description that parsing, messages,
/// `--set`, the printed defaults and the manifest are made from.
struct Key {
  std::string name;  ///< dotted, as in `--set`: propagation.max_range_km."2G"
  Place place;
  propagation::Limit limit{};  ///< of the number, or of each number of a list
  std::string meaning;
  bool required = false;    ///< has no default
  bool names_file = false;  ///< its text is a path, or a list of paths
  std::string example{};    ///< shown where there is no default
};

/// Every key, in the order of the documentation. `options` must outlive the result.
std::vector<Key> all_keys(Options& options);

// The sections, each in the file named for it.
std::vector<Key> scenario_keys(ScenarioOptions& options);
std::vector<Key> terrain_keys(TerrainOptions& options);
std::vector<Key> network_keys(NetworkOptions& options);
std::vector<Key> propagation_keys(PropagationOptions& options);
std::vector<Key> service_keys(ServiceOptions& options);
std::vector<Key> coverage_keys(CoverageOptions& options);
std::vector<Key> plan_keys(PlanOptions& options);
std::vector<Key> backhaul_keys(BackhaulOptions& options);
std::vector<Key> sunset_keys(SunsetOptions& options);
std::vector<Key> analysis_keys(AnalysisOptions& options);
std::vector<Key> new_countryside_keys(NewCountrysideOptions& options);
std::vector<Key> report_keys(ReportOptions& options);

/// "2G" … "5G"
const Names<network::Technology>& technology_names();
/// A key for each technology: `name`."2G" and so on; `form` gives the rest.
std::vector<Key> per_technology_keys(network::PerTechnology<double>& values, const Key& form);

/// The parts of a dotted key; a part may stand in double quotes.
std::vector<std::string> key_parts(std::string_view name);
/// The dotted key of the parts, quoted where TOML or this program's documentation does so.
std::string key_name(const std::vector<std::string>& parts);

}  // namespace phusong::scenario

#include "sim/scenario/key.h"

#include <algorithm>
#include <cctype>

namespace phusong::scenario {
namespace {

/// "2G" could stand bare in TOML, but the documentation quotes what begins with a digit.
bool is_bare(std::string_view part) {
  if (part.empty() || std::isdigit(static_cast<unsigned char>(part.front()))) return false;
  return std::all_of(part.begin(), part.end(), [](unsigned char c) { return std::isalnum(c) || c == '_' || c == '-'; });
}

}  // namespace

std::vector<Key> all_keys(Options& options) {
  std::vector<Key> keys;
  for (auto& section :
       {scenario_keys(options.scenario), terrain_keys(options.terrain), network_keys(options.network),
        propagation_keys(options.propagation), service_keys(options.service), coverage_keys(options.coverage),
        plan_keys(options.plan), backhaul_keys(options.backhaul), sunset_keys(options.sunset),
        analysis_keys(options.analysis), new_countryside_keys(options.new_countryside), report_keys(options.report)})
    keys.insert(keys.end(), section.begin(), section.end());
  return keys;
}

const Names<network::Technology>& technology_names() {
  static const Names<network::Technology> kNames = [] {
    Names<network::Technology> result;
    for (const network::Technology technology : network::kTechnologies)
      result.emplace_back(network::name_of(technology), technology);
    return result;
  }();
  return kNames;
}

std::vector<Key> per_technology_keys(network::PerTechnology<double>& values, const Key& form) {
  std::vector<Key> keys;
  for (const auto& [name, technology] : technology_names()) {
    Key key = form;
    key.name = form.name + ".\"" + name + "\"";
    key.place = &values[technology];
    keys.push_back(std::move(key));
  }
  return keys;
}

std::vector<std::string> key_parts(std::string_view name) {
  std::vector<std::string> parts(1);
  bool quoted = false;
  for (const char c : name) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == '.' && !quoted) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

std::string key_name(const std::vector<std::string>& parts) {
  std::vector<std::string> written;
  for (const std::string& part : parts)
    written.push_back(is_bare(part) ? part : "\"" + part + "\"");
  return joined(written, ".");
}

}  // namespace phusong::scenario

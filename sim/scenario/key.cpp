#include "sim/scenario/key.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <numeric>

namespace phusong::scenario {
namespace {

/// Levenshtein's distance, by rows.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

/// "2G" could stand bare in TOML, but the documentation quotes what begins with a digit.
bool is_bare(std::string_view part) {
  if (part.empty() || std::isdigit(static_cast<unsigned char>(part.front()))) return false;
  return std::all_of(part.begin(), part.end(), [](unsigned char c) { return std::isalnum(c) || c == '_' || c == '-'; });
}

}  // namespace

std::vector<Key> all_keys(Options& options) {
  std::vector<Key> keys;
  for (auto& section : {scenario_keys(options.scenario), terrain_keys(options.terrain), network_keys(options.network),
                        propagation_keys(options.propagation), service_keys(options.service),
                        coverage_keys(options.coverage), plan_keys(options.plan), backhaul_keys(options.backhaul),
                        sunset_keys(options.sunset), report_keys(options.report)})
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

std::string nearest_name(std::string_view text, const std::vector<std::string>& names) {
  // A third of the letters may differ: enough for a slip or a plural, not for another word.
  std::size_t least = std::max<std::size_t>(2, text.size() / 3) + 1;
  std::string nearest;
  for (const std::string& name : names) {
    const std::size_t distance = edit_distance(lower_case(text), lower_case(name));
    if (distance < least) {
      least = distance;
      nearest = name;
    }
  }
  return nearest;
}

}  // namespace phusong::scenario

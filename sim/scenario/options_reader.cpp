#include "sim/scenario/options_reader.h"

#include <array>
#include <regex>
#include <utility>

#include "propagation/p1812/limits.h"

namespace phusong::scenario {
namespace {

/// A target is of one kind: the kind that is given replaces the default, or what was given before.
void settle_target(PlanTarget& target, const GivenKeys& given, gis::Problems& problems) {
  using Kind = std::pair<const char*, std::optional<double>*>;
  const std::array kinds = {Kind{"plan.target.hamlet_share", &target.hamlet_share},
                            Kind{"plan.target.population_share", &target.population_share},
                            Kind{"plan.target.fixed_broadband_share", &target.fixed_broadband_share},
                            Kind{"plan.target.budget", &target.budget_million_vnd}};
  const Kind* chosen = nullptr;
  for (const Kind& kind : kinds) {
    if (!given.contains(kind.first)) continue;
    if (chosen != nullptr) {
      problems.add(key_problem(given, kind.first,
                               {std::string("stands beside ") + chosen->first + "; a target is of one kind",
                                "one of hamlet_share, population_share, fixed_broadband_share, budget"}));
    }
    chosen = &kind;
  }
  if (chosen == nullptr) return;
  for (const Kind& kind : kinds)
    if (kind.second != chosen->second) kind.second->reset();
}

void check_required(const std::vector<Key>& keys, const GivenKeys& given, const std::string& file,
                    gis::Problems& problems) {
  for (const Key& key : keys) {
    if (!key.required) continue;
    const auto found = given.find(key.name);
    if (found == given.end()) {
      problems.add({.kind = gis::ProblemKind::kScenario,
                    .file = file,
                    .key = key.name,
                    .message = "is required and missing",
                    .allowed = "e.g. " + key.example});
    } else if (found->second.value.empty() || found->second.value == "[]") {
      problems.add(key_problem(given, key.name, {"must not be empty", "e.g. " + key.example}));
    }
  }
}

void check_together(const Options& o, const GivenKeys& given, gis::Problems& problems) {
  if (!o.terrain.land_cover.empty() && !given.contains("terrain.elevation_kind")) {
    problems.add(key_problem(given, "terrain.land_cover",
                             {"needs terrain.elevation_kind beside it: over a surface model no clutter height is added",
                              "elevation_kind = \"dtm\" or \"dsm\""}));
  }
  const propagation::Limit& time = propagation::p1812::kTimePercent;
  const propagation::PropagationSettings& settings = o.propagation.settings;
  if (settings.model == propagation::Model::kP1812 && !time.holds(settings.time_percent))
    problems.add(key_problem(given, "propagation.time_percent", {"out of the range of p1812", time.range_text()}));
  if (!std::regex_match(o.sunset.start, std::regex("[0-9]{4}-Q[1-4]")))
    problems.add(key_problem(given, "sunset.start", {"is not a quarter", "a year and a quarter, e.g. \"2027-Q1\""}));
}

}  // namespace

ReadOptions read_options(std::string_view text, const std::string& file, const std::vector<Override>& overrides,
                         gis::Problems& problems) {
  ReadOptions result;
  const std::vector<Key> keys = all_keys(result.options);
  const auto take = [&result, &problems](const GivenKeys& given) {
    settle_target(result.options.plan.target, given, problems);
    for (const auto& [name, source] : given)
      result.given[name] = source;
  };
  take(read_toml(text, file, keys, problems));
  for (const Override& override : overrides)
    take(apply_override(override, keys, problems));
  check_required(keys, result.given, file, problems);
  check_together(result.options, result.given, problems);
  return result;
}

}  // namespace phusong::scenario

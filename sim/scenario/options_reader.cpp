#include "sim/scenario/options_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <regex>
#include <string>
#include <utility>

#include "propagation/p1812/limits.h"
#include "sim/network/link_budget.h"
#include "sim/scenario/bandwidths_text.h"

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

/// The carrier that takes over must be one of its technology, and of another than the one that goes.
void check_refarm(const SunsetOptions& o, const GivenKeys& given, gis::Problems& problems) {
  const SunsetRefarm& refarm = o.refarm;
  const double subcarrier_khz = network::default_subcarrier_khz(refarm.frequency_mhz);
  if (!network::default_reference_power_offset_db(refarm.to, refarm.bandwidth_mhz, subcarrier_khz)) {
    const char* const kBandwidth = "sunset.refarm.bandwidth_mhz";
    problems.add(key_problem(given, given.contains(kBandwidth) ? kBandwidth : "sunset.refarm.to",
                             {fmt::format("{:g} MHz is no bandwidth of {}", refarm.bandwidth_mhz, name_of(refarm.to)),
                              bandwidths_text(refarm.to)}));
  }
  if (refarm.to == o.technology) {
    const char* const kTo = "sunset.refarm.to";
    problems.add(key_problem(
        given, given.contains(kTo) ? kTo : "sunset.technology",
        {"is both what is switched off and what takes over", "sunset.technology and sunset.refarm.to differ"}));
  }
}

void check_environments(const ServiceOptions& o, const GivenKeys& given, gis::Problems& problems) {
  if (o.indoor && given.contains("service.environment") && o.environment != Environment::kIndoor) {
    problems.add(key_problem(given, "service.indoor",
                             {"contradicts service.environment", "one of the two keys, or environment = \"indoor\""}));
  }
  std::vector<Environment> judged = {environment_of(o)};
  for (const Environment environment : o.more_environments) {
    if (std::ranges::find(judged, environment) != judged.end()) {
      problems.add(key_problem(given, "service.more_environments",
                               {fmt::format("\"{}\" is judged already", name_of(environment)),
                                "other environments than service.environment, each once"}));
      return;
    }
    judged.push_back(environment);
  }
}

void check_together(const Options& o, const GivenKeys& given, gis::Problems& problems) {
  if (!o.terrain.land_cover.empty() && !given.contains("terrain.elevation_kind")) {
    problems.add(key_problem(given, "terrain.land_cover",
                             {"needs terrain.elevation_kind beside it: over a surface model no clutter height is added",
                              "elevation_kind = \"dtm\" or \"dsm\""}));
  }
  check_environments(o.service, given, problems);
  const propagation::Limit& time = propagation::p1812::kTimePercent;
  const propagation::PropagationSettings& settings = o.propagation.settings;
  if (settings.model == propagation::Model::kP1812 && !time.holds(settings.time_percent))
    problems.add(key_problem(given, "propagation.time_percent", {"out of the range of p1812", time.range_text()}));
  if (!std::regex_match(o.sunset.start, std::regex("[0-9]{4}-Q[1-4]")))
    problems.add(key_problem(given, "sunset.start", {"is not a quarter", "a year and a quarter, e.g. \"2027-Q1\""}));
  check_refarm(o.sunset, given, problems);
  if (o.plan.target.fixed_broadband_share && o.plan.per_commune_min_share > 0.0) {
    problems.add(key_problem(given, "plan.per_commune_min_share",
                             {"is for stations, and plan.target.fixed_broadband_share asks for fibre alone", "0"}));
  }
  const PlanTarget& target = o.plan.target;
  if (target.confidence && (target.budget_million_vnd || target.fixed_broadband_share)) {
    problems.add(key_problem(given, "plan.target.confidence",
                             {"is for a share of hamlets or people to reach, and the target is another",
                              "plan.target.hamlet_share or plan.target.population_share beside it"}));
  }
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

#include "sim/report/plan/plan_json.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/coverage/verdict_rules.h"
#include "sim/report/plan/plan_notes.h"

namespace phusong::report {
namespace {

using Json = nlohmann::ordered_json;

/// Costs have 3 decimals, shares 6.
double rounded(double value, int decimals) {
  const double scale = std::pow(10.0, decimals);
  return std::round(value * scale) / scale;
}
double cost(double million_vnd) {
  return rounded(million_vnd, 3);
}

Json target_json(const PlanData& data) {
  const scenario::PlanOptions& plan = data.options();
  const scenario::PlanTarget& target = plan.target;
  Json technologies = Json::array();
  for (const network::Technology technology : target.technologies)
    technologies.push_back(std::string(name_of(technology)));
  Json json = {{"technologies", technologies},
               {"combine", plan.combine == scenario::Combine::kAny ? "any" : "all"},
               {"hollow_counts", plan.hollow_counts},
               {"per_commune_min_share", plan.per_commune_min_share}};
  if (target.budget_million_vnd) {
    json["budget"] = cost(*target.budget_million_vnd);
  } else if (target.fixed_broadband_share) {
    json["fixed_broadband_share"] = *target.fixed_broadband_share;
  } else if (target.population_share) {
    json["population_share"] = *target.population_share;
    json["people_needed"] = static_cast<std::int64_t>(data.plan.problem.goal.least_value);
  } else {
    json["hamlet_share"] = target.hamlet_share.value_or(0.0);
    json["hamlets_needed"] = static_cast<std::int64_t>(data.plan.problem.goal.least_value);
  }
  return json;
}

std::string bound_of(const PlanData& data) {
  if (data.plan.broadband) return "fibre tree to hamlets";
  const std::string model = "site selection, each station with the cheapest backhaul of its own at full cost";
  return data.plan.problem.goal.budget_capex ? "most hamlets for the budget: " + model : model;
}

void add_bound(const PlanData& data, Json& json) {
  const planning::Plan& plan = data.plan;
  if (plan.broadband) {
    json["objective"] = cost(plan.broadband->objective);
    json["lower_bound"] = cost(plan.broadband->bound);
    json["gap"] = rounded(plan.broadband->gap, 6);
  } else {
    json["objective"] = cost(plan.selection.objective);
    json["lower_bound"] = cost(plan.selection.bound);
    json["gap"] = rounded(plan.selection.gap, 6);
  }
  json["bound_of"] = bound_of(data);
  json["solver"] = plan.broadband ? "shortest trees and dual ascent" : plan.selection.solver;
  json["stopped_by"] = plan.broadband ? plan.broadband->stopped_by : plan.selection.stopped_by;
}

Json full_json(const PlanData& data) {
  if (!data.plan.full) return nullptr;
  return {
      {"objective", cost(data.plan.full->objective)},
      {"lower_bound", cost(data.plan.full->lower_bound)},
      {"gap", rounded(data.plan.full->gap, 6)},
      {"bound_of", "stations and shared backhaul together, each station with the cheapest link it could begin with"}};
}

/// Of the hamlets that have fixed broadband today, or with the plan built.
std::int64_t people_with_broadband(const PlanData& data, bool built) {
  std::int64_t sum = 0;
  for (const network::Hamlet& hamlet : data.scenario.network.hamlets)
    if (hamlet.fixed_broadband) sum += hamlet.population;
  for (const std::size_t hamlet : data.plan.broadband->hamlets_connected)
    if (built) sum += data.scenario.network.hamlets[hamlet].population;
  return sum;
}

/// Of the hamlets that count today, or with the plan built.
std::int64_t people(const PlanData& data, bool built) {
  if (data.plan.broadband) return people_with_broadband(data, built);
  const coverage::CoverageResult& result = built ? data.plan.after : data.plan.before;
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < data.scenario.network.hamlets.size(); ++i) {
    if (coverage::counts(result.verdicts.front()[i].status, data.options().hollow_counts))
      sum += data.scenario.network.hamlets[i].population;
  }
  return sum;
}

Json candidates_json(const planning::Plan& plan) {
  return {{"candidates", plan.set.candidates.size()},
          {"sites_tried", plan.set.sites.size()},
          {"points_in_need", plan.need.points.size()},
          {"pairs_in_range", plan.matrix.pairs},
          {"exact_paths", plan.matrix.exact_paths}};
}

}  // namespace

std::string plan_json(const PlanData& data) {
  const planning::Plan& plan = data.plan;
  const StationCounts counts = station_counts(data);
  Json json = {{"operator", data.options().operator_name}, {"target", target_json(data)}, {"reached", plan.reached}};
  add_bound(data, json);
  json["capex_million_vnd"] = cost(plan.cost.capex_million_vnd);
  json["opex_million_vnd_per_year"] = cost(plan.cost.opex_million_vnd_per_year);
  json["opex_years"] = data.options().opex_years;
  json["new_masts"] = counts.masts;
  json["relays"] = counts.relays;
  json["poles"] = counts.poles;
  json["upgrades"] = counts.upgrades;
  json["hamlets"] = data.scenario.network.hamlets.size();
  json["hamlets_before"] = plan.hamlets_before;
  json["hamlets_after"] = plan.hamlets_after;
  json["people_before"] = people(data, false);
  json["people_after"] = people(data, true);
  json["full_model"] = full_json(data);
  json["size"] = candidates_json(plan);
  json["notes"] = note_texts(data);
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace phusong::report

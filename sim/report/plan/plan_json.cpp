#include "sim/report/plan/plan_json.h"

#include <nlohmann/json.hpp>

#include "sim/planning/station_counts.h"
#include "sim/report/cell_values.h"
#include "sim/report/json_text.h"
#include "sim/report/plan/plan_notes.h"

namespace phusong::report {
namespace {

using Json = nlohmann::ordered_json;

double cost(double million_vnd) {
  return rounded_million_vnd(million_vnd);
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
    json["people_needed"] = static_cast<std::int64_t>(data.stations().goal.needed);
  } else {
    json["hamlet_share"] = target.hamlet_share.value_or(0.0);
    json["hamlets_needed"] = static_cast<std::int64_t>(data.stations().goal.needed);
  }
  return json;
}

std::string bound_of(const PlanData& data) {
  if (data.broadband() != nullptr) return "fibre tree to hamlets";
  const std::string model = "site selection, each station with the cheapest backhaul of its own at full cost";
  if (data.confidence != nullptr)
    return model + ", for planned_for and margin_db of confidence: no bound of all plans that hold so often";
  return data.options().target.budget_million_vnd ? "most hamlets for the budget: " + model : model;
}

void add_bound(const PlanData& data, Json& json) {
  const planning::Optimality& optimality = data.outcome().optimality;
  json["objective"] = cost(optimality.objective);
  json["lower_bound"] = cost(optimality.lower_bound);
  json["gap"] = rounded(optimality.gap, 6);
  json["bound_of"] = bound_of(data);
  json["solver"] = data.broadband() != nullptr ? "shortest trees and dual ascent" : data.stations().solver;
  json["stopped_by"] = std::string(name_of(optimality.stopped_by));
}

Json full_json(const std::optional<planning::FullBound>& full) {
  if (!full) return nullptr;
  return {
      {"objective", cost(full->objective)},
      {"lower_bound", cost(full->lower_bound)},
      {"gap", rounded(full->gap, 6)},
      {"bound_of", "stations and shared backhaul together, each station with the cheapest link it could begin with"}};
}

Json price_json(const analysis::PlanPrice& price) {
  return {{"probability", rounded(price.chosen_by, 6)},
          {"checked_probability", rounded(price.checked, 6)},
          {"capex_million_vnd", cost(price.cost.capex_million_vnd)},
          {"opex_million_vnd_per_year", cost(price.cost.opex_million_vnd_per_year)},
          {"cost_million_vnd", cost(price.objective_million_vnd)}};
}

Json confidence_json(const analysis::PlanConfidence* confidence) {
  if (confidence == nullptr) return nullptr;
  Json json = {{"asked", confidence->asked}, {"demanded", rounded(confidence->demanded, 6)}};
  json.update(price_json(confidence->plan));
  json["cost_of_confidence_million_vnd"] = cost(confidence->cost_of_confidence_million_vnd());
  json["margin_db"] = confidence->margin_db;
  json["planned_for"] = confidence->planned_for;
  json["plans_tried"] = confidence->plans_tried;
  json["draws"] = confidence->choice.draws;
  json["seed"] = confidence->choice.seed;
  json["check_draws"] = confidence->check.draws;
  json["check_seed"] = confidence->check.seed;
  json["by_medians"] = {{"reached", confidence->by_medians_reached}};
  json["by_medians"].update(price_json(confidence->by_medians));
  return json;
}

Json size_json(const planning::CandidateStudy& study) {
  return {{"candidates", study.set.candidates.size()},
          {"sites_tried", study.set.sites.size()},
          {"points_in_need", study.need.points.size()},
          {"pairs_in_range", study.matrix.pairs},
          {"exact_paths", study.matrix.exact_paths}};
}

}  // namespace

std::string plan_json(const PlanData& data) {
  const planning::PlanOutcome& outcome = data.outcome();
  const planning::StationPlan& stations = data.stations();
  const planning::StationCounts counts = station_counts(stations);
  Json json = {{"operator", data.options().operator_name}, {"target", target_json(data)}, {"reached", outcome.reached}};
  add_bound(data, json);
  json["capex_million_vnd"] = cost(outcome.cost.capex_million_vnd);
  json["opex_million_vnd_per_year"] = cost(outcome.cost.opex_million_vnd_per_year);
  json["opex_years"] = data.options().opex_years;
  json["new_masts"] = counts.masts;
  json["relays"] = counts.relays;
  json["poles"] = counts.poles;
  json["upgrades"] = counts.upgrades;
  json["hamlets"] = data.scenario.network.hamlets.size();
  json["hamlets_before"] = outcome.before.hamlets;
  json["hamlets_after"] = outcome.after.hamlets;
  json["people_before"] = outcome.before.people;
  json["people_after"] = outcome.after.people;
  json["full_model"] = full_json(stations.full);
  json["confidence"] = confidence_json(data.confidence);
  json["size"] = size_json(stations.candidates);
  json["notes"] = note_texts(data);
  return json_text(json);
}

}  // namespace phusong::report

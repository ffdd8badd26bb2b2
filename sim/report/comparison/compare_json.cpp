#include "sim/report/comparison/compare_json.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/report/json_text.h"

namespace phusong::report {
namespace {

using CompareJson = nlohmann::ordered_json;
using analysis::Figure;

/// A whole number as one.
CompareJson compared_number_json(std::optional<double> value) {
  if (!value) return nullptr;
  constexpr double kWhole = 1e15;
  const double shown = rounded(*value, 6);
  if (shown == std::floor(shown) && std::abs(shown) < kWhole) return static_cast<std::int64_t>(shown);
  return shown;
}

CompareJson compared_figure_json(const Figure& figure) {
  return {{"a", compared_number_json(figure.a)},
          {"b", compared_number_json(figure.b)},
          {"difference", compared_number_json(figure.difference())}};
}

CompareJson compared_figures_json(const std::vector<Figure>& figures) {
  CompareJson json = CompareJson::object();
  for (const Figure& figure : figures)
    json[figure.name] = compared_figure_json(figure);
  return json;
}

CompareJson compared_named_figures_json(const char* key, const std::vector<analysis::NamedFigures>& all) {
  CompareJson json = CompareJson::array();
  for (const analysis::NamedFigures& named : all) {
    CompareJson item = {{key, named.name}};
    item.update(compared_figures_json(named.figures));
    json.push_back(std::move(item));
  }
  return json;
}

CompareJson name_or_null(const std::string& text) {
  return text.empty() ? CompareJson() : CompareJson(text);
}

CompareJson compared_run_json(const std::string& folder, const analysis::ComparedRun& run, bool has_maps) {
  return {{"run", folder},
          {"scenario", run.scenario},
          {"title", run.title},
          {"version", run.version},
          {"instruction_set", run.instruction_set},
          {"working_crs", run.working_crs},
          {"operator", run.main_operator},
          {"hamlets", run.hamlets.size()},
          {"maps", has_maps},
          {"plan", run.plan.has_value()},
          {"sunset", run.sunset.has_value()},
          {"resilience", run.resilience.has_value()},
          {"uncertainty", run.uncertainty.has_value()}};
}

CompareJson compared_names_json(const analysis::NameComparison& names) {
  return {{"compared", names.compared}, {"only_a", names.only_a}, {"only_b", names.only_b}};
}

CompareJson compared_inputs_json(const analysis::InputComparison& inputs) {
  CompareJson json = {{"same", inputs.same}, {"differ", CompareJson::array()}};
  for (const analysis::InputChange& change : inputs.changes) {
    json["differ"].push_back({{"role", change.role},
                              {"path", change.path},
                              {"sha256_a", change.sha256_a ? CompareJson(*change.sha256_a) : CompareJson()},
                              {"sha256_b", change.sha256_b ? CompareJson(*change.sha256_b) : CompareJson()}});
  }
  return json;
}

CompareJson compared_options_json(const std::vector<analysis::OptionChange>& changes) {
  const auto value_of = [](const std::optional<std::string>& text) {
    return text ? CompareJson::parse(*text) : CompareJson();
  };
  CompareJson json = CompareJson::array();
  for (const analysis::OptionChange& change : changes)
    json.push_back({{"key", change.key}, {"a", value_of(change.a)}, {"b", value_of(change.b)}});
  return json;
}

CompareJson hamlet_names(const std::vector<analysis::ComparedHamlet>& hamlets) {
  CompareJson json = CompareJson::array();
  for (const analysis::ComparedHamlet& hamlet : hamlets) {
    json.push_back({{"hamlet_id", hamlet.hamlet_id},
                    {"name", hamlet.name},
                    {"commune", name_or_null(hamlet.commune)},
                    {"district", name_or_null(hamlet.district)},
                    {"province", name_or_null(hamlet.province)},
                    {"population", hamlet.population}});
  }
  return json;
}

std::string service_name(const std::optional<network::Technology>& technology) {
  return std::string(technology ? network::name_of(*technology) : "target");
}

/// Hamlets whose status is another, by which way it went.
struct StatusCounts {
  std::int64_t better = 0, worse = 0, people_better = 0, people_worse = 0;
};

StatusCounts status_counts(const analysis::HamletComparison& hamlets,
                           const std::optional<network::Technology>& technology) {
  StatusCounts counts;
  for (const analysis::StatusTransition& transition : hamlets.transitions) {
    if (transition.technology != technology || transition.from == coverage::Status::kUnknown ||
        transition.to == coverage::Status::kUnknown)
      continue;
    const bool is_better = transition.to < transition.from;
    (is_better ? counts.better : counts.worse) += transition.hamlets;
    (is_better ? counts.people_better : counts.people_worse) += transition.people;
  }
  return counts;
}

CompareJson compared_services_json(const analysis::RunComparison& changes) {
  std::vector<std::optional<network::Technology>> services(changes.technologies.begin(), changes.technologies.end());
  services.emplace_back(std::nullopt);
  CompareJson json = CompareJson::object();
  for (const auto& technology : services) {
    const StatusCounts counts = status_counts(changes.hamlets, technology);
    CompareJson transitions = CompareJson::array();
    for (const analysis::StatusTransition& transition : changes.hamlets.transitions) {
      if (transition.technology != technology) continue;
      transitions.push_back({{"from", coverage::name_of(transition.from)},
                             {"to", coverage::name_of(transition.to)},
                             {"hamlets", transition.hamlets},
                             {"people", transition.people}});
    }
    json[service_name(technology)] = {{"better", counts.better},
                                      {"worse", counts.worse},
                                      {"people_better", counts.people_better},
                                      {"people_worse", counts.people_worse},
                                      {"transitions", std::move(transitions)}};
  }
  return json;
}

CompareJson compared_hamlets_json(const analysis::RunComparison& changes) {
  return {{"compared", changes.hamlets.compared},
          {"rows_changed", changes.hamlets.changes.size()},
          {"status", compared_services_json(changes)},
          {"only_a", hamlet_names(changes.hamlets.only_a)},
          {"only_b", hamlet_names(changes.hamlets.only_b)}};
}

CompareJson compared_area_json(const analysis::AreaComparison& area) {
  CompareJson coverage = CompareJson::object();
  for (const analysis::ServiceComparison& service : area.coverage)
    coverage[service.operator_name][service.service] = compared_figures_json(service.figures);
  CompareJson json = {{"province", name_or_null(area.province)},
                      {"district", name_or_null(area.district)},
                      {"commune", name_or_null(area.commune)},
                      {"in_a", area.in_a},
                      {"in_b", area.in_b}};
  json.update(compared_figures_json(area.figures));
  json["targets"] = compared_named_figures_json("kind", area.targets);
  json["coverage"] = std::move(coverage);
  return json;
}

CompareJson compared_areas_json(const std::vector<analysis::AreaComparison>& areas) {
  CompareJson json = CompareJson::array();
  for (const analysis::AreaComparison& area : areas)
    json.push_back(compared_area_json(area));
  return json;
}

CompareJson optional_flag(const std::optional<bool>& value) {
  return value ? CompareJson(*value) : CompareJson();
}

/// A station of one plan, or of both: then with what differs.
CompareJson compared_station_json(const analysis::StationPair& pair) {
  const analysis::ComparedStation& station = pair.b ? *pair.b : *pair.a;
  CompareJson json = {{"kind", station.kind},
                      {"site_id", station.site_id},
                      {"lon_deg", rounded(station.lon_lat.lon_deg, 6)},
                      {"lat_deg", rounded(station.lon_lat.lat_deg, 6)}};
  if (!pair.a || !pair.b) {
    json["mast_height_m"] = compared_number_json(station.mast_height_m);
    json["technologies"] = station.technologies;
    json["capex_million_vnd"] = compared_number_json(station.capex_million_vnd);
    return json;
  }
  json["site_id_a"] = pair.a->site_id;
  json["technologies_a"] = pair.a->technologies;
  json["technologies_b"] = pair.b->technologies;
  json["mast_height_m"] = compared_figure_json({"", pair.a->mast_height_m, pair.b->mast_height_m});
  json["capex_million_vnd"] = compared_figure_json({"", pair.a->capex_million_vnd, pair.b->capex_million_vnd});
  return json;
}

CompareJson compared_stations_json(const std::vector<analysis::StationPair>& pairs) {
  CompareJson json = CompareJson::array();
  for (const analysis::StationPair& pair : pairs)
    json.push_back(compared_station_json(pair));
  return json;
}

CompareJson compared_plan_json(const std::optional<analysis::PlanComparison>& plan) {
  if (!plan) return nullptr;
  return {{"reached_a", optional_flag(plan->reached_a)},
          {"reached_b", optional_flag(plan->reached_b)},
          {"figures", compared_figures_json(plan->figures)},
          {"stations",
           {{"in_both", compared_stations_json(plan->in_both)},
            {"only_a", compared_stations_json(plan->only_a)},
            {"only_b", compared_stations_json(plan->only_b)}}}};
}

CompareJson compared_period_json(const std::optional<int>& period) {
  return period ? CompareJson(*period) : CompareJson();
}

CompareJson compared_sunset_json(const std::optional<analysis::SunsetComparison>& sunset) {
  if (!sunset) return nullptr;
  CompareJson moves = CompareJson::array();
  for (const analysis::CellMove& move : sunset->moves) {
    moves.push_back({{"cell_id", move.cell_id},
                     {"site_id", move.site_id},
                     {"operator", move.operator_name},
                     {"period_a", compared_period_json(move.period_a)},
                     {"period_b", compared_period_json(move.period_b)}});
  }
  return {{"technology_a", name_or_null(sunset->technology_a)},
          {"technology_b", name_or_null(sunset->technology_b)},
          {"figures", compared_figures_json(sunset->figures)},
          {"operators", compared_named_figures_json("operator", sunset->by_operator)},
          {"mhz_freed_by_period", {{"a", sunset->mhz_freed_a}, {"b", sunset->mhz_freed_b}}},
          {"cells_in_one_period", sunset->cells_in_one_period},
          {"cells_moved", std::move(moves)}};
}

CompareJson compared_resilience_json(const std::optional<analysis::ResilienceComparison>& resilience) {
  if (!resilience) return nullptr;
  CompareJson changes = CompareJson::array();
  for (const analysis::FailureChange& change : resilience->changes) {
    changes.push_back({{"event", change.event},
                       {"id", change.id},
                       {"people_lost", compared_figure_json({"", change.people_lost_a, change.people_lost_b})}});
  }
  return {{"events", compared_named_figures_json("event", resilience->by_event)}, {"changed", std::move(changes)}};
}

CompareJson compared_uncertainty_json(const std::optional<analysis::UncertaintyComparison>& uncertainty) {
  if (!uncertainty) return nullptr;
  return compared_named_figures_json("state", uncertainty->states);
}

const char* state_of_maps(const MapComparison& maps) {
  if (maps.left_out) return "left_out";
  if (!maps.in_a || !maps.in_b) return "missing";
  return maps.differences.empty() ? "none_in_common" : "compared";
}

CompareJson compared_maps_json(const MapComparison& maps) {
  CompareJson files = CompareJson::array();
  for (const MapDifference& map : maps.differences) {
    const gis::RasterDifference& sum = map.difference;
    files.push_back({{"operator", map.operator_name},
                     {"technology", network::name_of(map.technology)},
                     {"file", map.file},
                     {"cells", sum.cells},
                     {"cells_raised", sum.raised},
                     {"cells_lowered", sum.lowered},
                     {"cells_only_a", sum.only_a},
                     {"cells_only_b", sum.only_b},
                     {"mean_db", rounded(sum.mean, 4)},
                     {"least_db", rounded(sum.least, 2)},
                     {"greatest_db", rounded(sum.greatest, 2)}});
  }
  return {{"state", state_of_maps(maps)}, {"files", std::move(files)}};
}

}  // namespace

CompareJson compare_json(const ComparisonData& data) {
  const analysis::RunComparison& changes = data.changes;
  return {{"format", 1},
          {"a", compared_run_json(data.folder_a, data.a, data.maps.in_a)},
          {"b", compared_run_json(data.folder_b, data.b, data.maps.in_b)},
          {"technologies", compared_names_json(changes.technology_names)},
          {"operators", compared_names_json(changes.operators)},
          {"inputs", compared_inputs_json(changes.inputs)},
          {"options", compared_options_json(changes.options)},
          {"hamlets", compared_hamlets_json(changes)},
          {"totals",
           {{"total", compared_area_json(changes.total)},
            {"provinces", compared_areas_json(changes.provinces)},
            {"districts", compared_areas_json(changes.districts)},
            {"communes", compared_areas_json(changes.communes)}}},
          {"plan", compared_plan_json(changes.plan)},
          {"sunset", compared_sunset_json(changes.sunset)},
          {"resilience", compared_resilience_json(changes.resilience)},
          {"uncertainty", compared_uncertainty_json(changes.uncertainty)},
          {"maps", compared_maps_json(data.maps)}};
}

}  // namespace phusong::report

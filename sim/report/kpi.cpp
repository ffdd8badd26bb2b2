#include "sim/report/kpi.h"

#include <nlohmann/json.hpp>

#include "sim/report/json_text.h"
#include "sim/report/target.h"
#include "sim/report/warnings.h"

namespace phusong::report {
namespace {

using Json = nlohmann::ordered_json;

double six_decimals(double value) {
  return rounded(value, 6);
}

Json optional_text(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

/// `reached`: whether people_reached is known.
Json service_json(const ServiceTotals& totals, bool reached = true) {
  Json json = {{"hamlets_covered", totals.hamlets_covered}, {"hamlets_hollow", totals.hamlets_hollow},
               {"hamlets_white", totals.hamlets_white},     {"hamlets_unknown", totals.hamlets_unknown},
               {"hamlets_counted", totals.hamlets_counted}, {"people_covered", totals.people_covered}};
  if (reached) json["people_reached"] = six_decimals(totals.people_reached);
  return json;
}

Json coverage_json(const RunData& run, const AreaTotals& area) {
  Json json = Json::object();
  for (std::size_t i = 0; i < run.coverage.operators.size(); ++i) {
    const OperatorTotals& totals = area.operators[i];
    Json& one = json[run.coverage.operators[i]];
    for (const network::Technology technology : run.coverage.technologies)
      one[std::string(name_of(technology))] = service_json(totals.by_technology[technology]);
    one["target"] = service_json(totals.target);
    one["any_technology"] = service_json(totals.any_technology, false);
  }
  return json;
}

Json targets_json(const RunData& run, const AreaTotals& area) {
  const scenario::PlanOptions& plan = run.scenario.options.plan;
  Json json = Json::array();
  for (const TargetDistance& distance :
       distances_to_targets(area, run.network(), run.coverage, run.main_operator(), plan)) {
    json.push_back({{"kind", distance.kind},
                    {"share", distance.share},
                    {"needed", distance.needed},
                    {"reached", distance.reached},
                    {"hamlets_missing", distance.hamlets_missing},
                    {"met", distance.met()}});
  }
  return json;
}

Json area_json(const RunData& run, const AreaTotals& area) {
  const auto smartphones = smartphone_share(area);
  return {{"province", optional_text(area.area.province)},
          {"district", optional_text(area.area.district)},
          {"commune", optional_text(area.area.commune)},
          {"hamlets", area.hamlets.size()},
          {"population", area.population},
          {"fixed_broadband_hamlets", area.fixed_broadband_hamlets},
          {"fixed_broadband_share", six_decimals(fixed_broadband_share(area))},
          {"smartphone_share", smartphones ? Json(six_decimals(*smartphones)) : Json()},
          {"targets", targets_json(run, area)},
          {"coverage", coverage_json(run, area)}};
}

Json areas_json(const RunData& run, const std::vector<AreaTotals>& areas) {
  Json json = Json::array();
  for (const AreaTotals& area : areas)
    json.push_back(area_json(run, area));
  return json;
}

Json technology_names(const std::vector<network::Technology>& technologies) {
  Json json = Json::array();
  for (const network::Technology technology : technologies)
    json.push_back(name_of(technology));
  return json;
}

}  // namespace

std::string kpi_json(const RunData& run) {
  const scenario::Options& options = run.scenario.options;
  const Json json = {{"format", 1},
                     {"scenario", options.scenario.name},
                     {"title", options.scenario.title},
                     {"technologies", technology_names(run.coverage.technologies)},
                     {"operators", run.coverage.operators},
                     {"operator", run.coverage.operators[run.main_operator()]},
                     {"target_technologies", technology_names(options.plan.target.technologies)},
                     {"combine", options.plan.combine == scenario::Combine::kAny ? "any" : "all"},
                     {"hollow_counts", options.plan.hollow_counts},
                     {"total", area_json(run, run.totals.all)},
                     {"provinces", areas_json(run, run.totals.provinces)},
                     {"districts", areas_json(run, run.totals.districts)},
                     {"communes", areas_json(run, run.totals.communes)}};
  return json_text(json);
}

std::string result_json(const RunData& run, const std::string& folder,
                        const std::vector<std::pair<std::string, std::string>>& stages) {
  Json json = {{"run", folder},
               {"technologies", technology_names(run.coverage.technologies)},
               {"operator", run.coverage.operators[run.main_operator()]},
               {"total", area_json(run, run.totals.all)},
               {"warnings", warnings(run.scenario, run.coverage.places)}};
  for (const auto& [name, text] : stages)
    json[name] = Json::parse(text);
  return json_text(json);
}

}  // namespace phusong::report

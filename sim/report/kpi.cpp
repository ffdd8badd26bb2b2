#include "sim/report/kpi.h"

#include <nlohmann/json.hpp>

#include "sim/report/json_text.h"
#include "sim/report/new_countryside.h"
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
    one["mobile_broadband"] = service_json(totals.mobile_broadband);
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

template <class Value>
Json value_or_null(const std::optional<Value>& value) {
  return value ? Json(*value) : Json();
}

Json new_countryside_json(const NewCountryside& of) {
  const std::optional<double> share = of.share_met();
  return {{"communes", of.communes},
          {"communes_met", of.communes_met},
          {"communes_met_share", share ? Json(six_decimals(*share)) : Json()},
          {"hamlets_served", of.hamlets_served},
          {"hamlets_missing", of.hamlets_missing},
          {"broadband_hamlets_missing", of.broadband_hamlets_missing},
          {"communes_short_of_smartphones", of.communes_short_of_smartphones},
          {"met", value_or_null(of.met())}};
}

void add_figures(const std::vector<KpiFigure>& figures, Json& json) {
  for (const KpiFigure& figure : figures) {
    Json& value = json[std::string(figure.name)];
    if (!figure.value) continue;
    if (figure.kind == KpiKind::kCount) {
      value = static_cast<std::int64_t>(*figure.value);
    } else {
      value = rounded(*figure.value, figure.kind == KpiKind::kShare ? 6 : 2);
    }
  }
}

/// The figures as an object; null where their stage did not run.
Json stage_json(bool has_run, const std::vector<KpiFigure>& figures) {
  if (!has_run) return nullptr;
  Json json = Json::object();
  add_figures(figures, json);
  return json;
}

Json plan_json(const std::optional<PlanKpis>& plan) {
  if (!plan) return nullptr;
  Json json = {{"operator", plan->operator_name}, {"reached", plan->reached}};
  add_figures(plan->totals, json);
  return json;
}

Json sunset_json(const std::optional<SunsetKpis>& sunset) {
  if (!sunset) return nullptr;
  Json json = {{"technology", sunset->technology},
               {"reached", sunset->reached},
               {"last_cell_off_quarter", value_or_null(sunset->last_cell_off_quarter)}};
  add_figures(sunset->totals, json);
  return json;
}

Json odds_json(const analysis::CoverageOdds* odds) {
  if (odds == nullptr) return nullptr;
  return {{"covered_share_5", six_decimals(odds->share_5)},
          {"covered_share_50", six_decimals(odds->share_50)},
          {"covered_share_95", six_decimals(odds->share_95)},
          {"target_probability", odds->target_holds ? Json(six_decimals(*odds->target_holds)) : Json()}};
}

Json uncertainty_json(const analysis::Uncertainty* uncertainty) {
  if (uncertainty == nullptr) return nullptr;
  return {{"draws", uncertainty->settings.draws},
          {"today", odds_json(&uncertainty->by_operator.back())},
          {"after_plan", odds_json(uncertainty->plan ? &uncertainty->plan->after : nullptr)},
          {"after_sunset", odds_json(uncertainty->by_period.empty() ? nullptr : &uncertainty->by_period.back())}};
}

/// A run and what its stages add: all that an area's numbers are made from.
struct KpiSource {
  const RunData& run;
  const KpiStages& stages;
};

Json area_json(const KpiSource& source, AreaLevel level, const AreaTotals& area) {
  const auto& [run, stages] = source;
  const auto smartphones = smartphone_share(area);
  const std::size_t main = run.main_operator();
  return {{"province", optional_text(area.area.province)},
          {"district", optional_text(area.area.district)},
          {"commune", optional_text(area.area.commune)},
          {"commune_old", optional_text(area.area.commune_old)},
          {"hamlets", area.hamlets.size()},
          {"population", area.population},
          {"fixed_broadband_hamlets", area.fixed_broadband_hamlets},
          {"fixed_broadband_share", six_decimals(fixed_broadband_share(area))},
          {"smartphone_share", smartphones ? Json(six_decimals(*smartphones)) : Json()},
          {"mobile_broadband_hamlets", area.operators[main].mobile_broadband.hamlets_counted},
          {"mobile_broadband_share", six_decimals(mobile_broadband_share(area, main))},
          {"new_countryside", new_countryside_json(new_countryside(run, level, area))},
          {"targets", targets_json(run, area)},
          {"plan", stage_json(stages.plan.has_value(), plan_figures(stages, run.network(), area))},
          {"sunset", stage_json(stages.sunset.has_value(), sunset_figures(stages, area))},
          {"uncertainty", stage_json(stages.uncertainty != nullptr, uncertainty_figures(stages, area))},
          {"coverage", coverage_json(run, area)}};
}

Json areas_json(const KpiSource& source, AreaLevel level, const std::vector<AreaTotals>& areas) {
  Json json = Json::array();
  for (const AreaTotals& area : areas)
    json.push_back(area_json(source, level, area));
  return json;
}

Json technology_names(const std::vector<network::Technology>& technologies) {
  Json json = Json::array();
  for (const network::Technology technology : technologies)
    json.push_back(name_of(technology));
  return json;
}

Json criterion_json(const scenario::NewCountrysideOptions& options) {
  return {{"technologies", technology_names(options.technologies)},
          {"hamlet_share", options.hamlet_share},
          {"fixed_broadband_counts", options.fixed_broadband_counts},
          {"fixed_broadband_share", options.fixed_broadband_share},
          {"smartphone_share", options.smartphone_share}};
}

}  // namespace

std::string kpi_json(const RunData& run, const KpiStages& kpis) {
  const KpiSource source{run, kpis};
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
                     {"new_countryside_criterion", criterion_json(options.new_countryside)},
                     {"synthetic", options.scenario.synthetic},
                     {"plan", plan_json(kpis.plan)},
                     {"sunset", sunset_json(kpis.sunset)},
                     {"uncertainty", uncertainty_json(kpis.uncertainty)},
                     {"total", area_json(source, AreaLevel::kTotal, run.totals.all)},
                     {"provinces", areas_json(source, AreaLevel::kProvince, run.totals.provinces)},
                     {"districts", areas_json(source, AreaLevel::kDistrict, run.totals.districts)},
                     {"communes", areas_json(source, AreaLevel::kCommune, run.totals.communes)},
                     {"communes_old", areas_json(source, AreaLevel::kOldCommune, run.totals.communes_old)}};
  return json_text(json);
}

std::string result_json(const RunData& run, const std::string& folder,
                        const std::vector<std::pair<std::string, std::string>>& stages, const KpiStages& kpis) {
  Json json = {{"run", folder},
               {"technologies", technology_names(run.coverage.technologies)},
               {"operator", run.coverage.operators[run.main_operator()]},
               {"total", area_json({run, kpis}, AreaLevel::kTotal, run.totals.all)},
               {"warnings", warnings(run.scenario, run.coverage.places)}};
  for (const auto& [name, text] : stages)
    json[name] = Json::parse(text);
  return json_text(json);
}

}  // namespace phusong::report

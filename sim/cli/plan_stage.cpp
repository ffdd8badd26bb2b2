#include "sim/cli/plan_stage.h"

#include <utility>

#include "gis/output_file.h"
#include "sim/analysis/resilience/plan_resilience.h"
#include "sim/analysis/uncertainty/uncertainty.h"
#include "sim/optimisation/milp/lp_file.h"
#include "sim/planning/make_plan.h"
#include "sim/report/plan/plan_files.h"
#include "sim/report/plan/plan_json.h"
#include "sim/report/plan/plan_resilience_summary.h"
#include "sim/report/plan/plan_summary.h"

namespace phusong::cli {
namespace {

std::vector<analysis::PlanPart> parts_of(const PlanStageInput& input, const planning::Plan& plan,
                                         progress::Progress& progress) {
  const auto* const stations = std::get_if<planning::StationPlan>(&plan);
  if (stations == nullptr) return {};
  return analysis::plan_resilience(input.run.scenario, input.terrain, *stations, progress);
}

/// A plan with what else is said of it.
struct PlannedStations {
  planning::Plan plan;
  std::optional<analysis::PlanConfidence> confidence;
  milp::Model model;  ///< where it is to be written
};

PlannedStations plan_of(const PlanStageInput& input, progress::Progress& progress) {
  const scenario::Scenario& scenario = input.run.scenario;
  const bool with_model = !input.options.stages.write_model.empty();
  const coverage::CoverageRequest request{
      .keep_levels = input.options.keep_levels,
      .signals_from_dbm = analysis::kept_levels_dbm(scenario, input.options.uncertainty),
      .store = input.store};
  if (scenario.options.plan.target.confidence) {
    analysis::ConfidentPlan found =
        analysis::plan_with_confidence(scenario, input.terrain, request, with_model, progress);
    PlannedStations planned{.plan = std::move(found.plan), .confidence = found.confidence};
    if (found.as_made) planned.model = model_of_bound(found.as_made->scenario, found.as_made->plan);
    return planned;
  }
  PlannedStations planned{.plan = planning::make_plan(scenario, input.terrain, request, progress)};
  if (with_model) planned.model = model_of_bound(scenario, planned.plan);
  return planned;
}

}  // namespace

PlanStageResult run_plan_stage(const PlanStageInput& input, progress::Progress& progress) {
  const scenario::Scenario& scenario = input.run.scenario;
  const PlannedStations planned = plan_of(input, progress);
  const report::PlanData data{.scenario = scenario,
                              .plan = planned.plan,
                              .parts = parts_of(input, planned.plan, progress),
                              .confidence = planned.confidence ? &*planned.confidence : nullptr};
  const std::string& model = input.options.stages.write_model;
  if (!model.empty()) gis::write_text_file(model, milp::lp_text(planned.model));
  report::write_plan_files(input.run_folder, data);
  PlanStageResult result{.reached = data.outcome().reached,
                         .summary = report::plan_summary(data) + report::plan_resilience_summary(data),
                         .json = report::plan_json(data),
                         .kpis = report::plan_kpis(data),
                         .new_levels = {},
                         .odds = {}};
  if (input.options.keep_levels)
    result.new_levels = {report::new_cell_levels(data.stations()), data.stations().built_cells};
  const auto* const stations = std::get_if<planning::StationPlan>(&planned.plan);
  if (input.options.uncertainty && stations != nullptr)
    result.odds = analysis::plan_odds(scenario, input.terrain, *stations, analysis::draw_settings(scenario), progress);
  return result;
}

}  // namespace phusong::cli

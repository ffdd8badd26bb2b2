#include "sim/cli/plan_stage.h"

#include <array>

#include "gis/output_file.h"
#include "sim/planning/make_plan.h"
#include "sim/planning/milp/lp_file.h"
#include "sim/report/plan/plan_files.h"
#include "sim/report/plan/plan_json.h"
#include "sim/report/plan/plan_summary.h"
#include "sim/report/point_tables.h"

namespace phusong::cli {

namespace {

/// point_levels.csv once more, with the new cells.
void add_levels(const PlanStageInput& input, const planning::Plan& plan) {
  const std::vector<coverage::PointLevel> new_levels = report::new_cell_levels(plan);
  const network::Network& network = input.run.network();
  const std::array parts = {report::KeptLevels{input.run.coverage.point_levels, network.cells},
                            report::KeptLevels{new_levels, plan.built_cells}};
  report::write_point_levels(input.run_folder / "point_levels.csv", network.hamlets, parts);
}

}  // namespace

PlanOutcome run_plan_stage(const PlanStageInput& input, coverage::Progress& progress) {
  const scenario::Scenario& scenario = input.run.scenario;
  const planning::Plan plan = planning::make_plan(
      scenario, input.terrain, {.keep_levels = input.options.keep_levels, .store = input.store}, progress);
  const report::PlanData data{scenario, input.terrain, plan};
  const std::string& model = input.options.stages.write_model;
  if (!model.empty()) gis::write_text_file(model, planning::milp::lp_text(planning::model_of(plan.problem)));
  if (input.options.keep_levels) add_levels(input, plan);
  report::write_plan_files(input.run_folder, data);
  return {.reached = plan.reached, .summary = report::plan_summary(data), .json = report::plan_json(data)};
}

}  // namespace phusong::cli

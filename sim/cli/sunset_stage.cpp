#include "sim/cli/sunset_stage.h"

#include "gis/output_file.h"
#include "sim/coverage/coverage.h"
#include "sim/planning/milp/lp_file.h"
#include "sim/planning/sunset/sunset.h"
#include "sim/report/sunset/new_cells_table.h"
#include "sim/report/sunset/sunset_files.h"
#include "sim/report/sunset/sunset_json.h"
#include "sim/report/sunset/sunset_summary.h"
#include "sim/report/sunset/sweep_table.h"
#include "sim/scenario/sweep.h"

namespace phusong::cli {
namespace {

using planning::sunset::SunsetCase;

/// One row a value: the scenario is read again with it, the radio is not worked out again.
std::vector<report::SweepRow> sweep_rows(const SunsetStageInput& input, const SunsetCase& sunset,
                                         const scenario::Sweep& sweep, coverage::Progress& progress) {
  std::vector<report::SweepRow> rows;
  for (const std::string& value : sweep.values) {
    std::vector<scenario::Override> overrides = overrides_of(input.options.common);
    overrides.push_back({sweep.key, value});
    const scenario::Scenario scenario = scenario::load_scenario(input.options.common.scenario, overrides);
    const planning::sunset::SunsetResult result = plan_sunset(scenario, sunset, progress);
    rows.push_back(report::sweep_row(value, {scenario, sunset, result}));
  }
  return rows;
}

std::string make_sweep(const SunsetStageInput& input, const SunsetCase& sunset, coverage::Progress& progress) {
  if (input.options.stages.sweep.empty()) return "";
  const scenario::Sweep sweep = scenario::parse_sweep(input.options.stages.sweep);
  const std::vector<report::SweepRow> rows = sweep_rows(input, sunset, sweep, progress);
  gis::write_csv(input.run_folder / "sunset" / "sweep.csv", report::sweep_table(sweep.key, rows));
  return "\n" + report::sweep_text(sweep.key, rows);
}

/// As if they were the only cells.
report::NewLevels levels_of_new_cells(const SunsetStageInput& input, const report::SunsetData& data,
                                      coverage::Progress& progress) {
  scenario::Scenario scenario = input.scenario;
  scenario.network.cells = report::cells_going_on(data);
  scenario.options.coverage.technologies.clear();
  for (const network::Cell& cell : scenario.network.cells)
    scenario.options.coverage.technologies.push_back(cell.technology);
  coverage::CoverageResult result =
      compute_coverage(scenario, input.terrain, {.keep_levels = true, .store = input.store}, progress);
  return {std::move(result.point_levels), std::move(scenario.network.cells)};
}

}  // namespace

SunsetOutcome run_sunset_stage(const SunsetStageInput& input, coverage::Progress& progress) {
  const SunsetCase sunset = planning::sunset::prepare_sunset(
      input.scenario, {.terrain = input.terrain, .points = input.coverage.points, .store = input.store}, progress);
  const planning::sunset::SunsetResult result = plan_sunset(input.scenario, sunset, progress);
  const report::SunsetData data{input.scenario, sunset, result};
  report::write_sunset_files(input.run_folder, data);
  if (!input.options.stages.write_model.empty())
    gis::write_text_file(input.options.stages.write_model, planning::milp::lp_text(model_of_bounds(result.model)));
  SunsetOutcome outcome{.reached = result.reached(),
                        .summary = "\n" + report::sunset_summary(data, "vi") + "\n" +
                                   report::sunset_summary(data, "en") + make_sweep(input, sunset, progress),
                        .json = report::sunset_json(data)};
  if (input.options.keep_levels) outcome.new_levels = levels_of_new_cells(input, data, progress);
  return outcome;
}

}  // namespace phusong::cli

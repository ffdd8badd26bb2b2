#include "sim/cli/sunset_stage.h"

#include <optional>

#include "gis/output_file.h"
#include "sim/coverage/coverage.h"
#include "sim/optimisation/milp/lp_file.h"
#include "sim/report/sunset/new_cells_table.h"
#include "sim/report/sunset/sunset_files.h"
#include "sim/report/sunset/sunset_json.h"
#include "sim/report/sunset/sunset_summary.h"
#include "sim/report/sunset/sweep_table.h"
#include "sim/sunset/sunset.h"

namespace phusong::cli {
namespace {

using sunset::SunsetCase;

SunsetCase prepared(const scenario::Scenario& scenario, const SunsetStageInput& input, progress::Progress& progress) {
  return sunset::prepare_sunset(
      scenario, {.terrain = input.terrain, .points = input.coverage.points, .store = input.store}, progress);
}

/// Whether the same cells stand and what blocks them is the same.
bool has_same_radio(const scenario::SunsetOptions& a, const scenario::SunsetOptions& b) {
  return a.technology == b.technology && a.refarm == b.refarm && a.guard_level_dbm == b.guard_level_dbm &&
         a.swap_budget_million_vnd == b.swap_budget_million_vnd;
}

/// One row a value; the radio is worked out again where the value changes it.
std::vector<report::SweepRow> sweep_rows(const SunsetStageInput& input, const SunsetCase& sunset,
                                         progress::Progress& progress) {
  const Swept& swept = input.swept;
  std::vector<report::SweepRow> rows;
  for (std::size_t i = 0; i < swept.scenarios.size(); ++i) {
    const scenario::Scenario& scenario = swept.scenarios[i];
    std::optional<SunsetCase> own;
    if (!has_same_radio(scenario.options.sunset, input.scenario.options.sunset))
      own = prepared(scenario, input, progress);
    const SunsetCase& with_value = own ? *own : sunset;
    const sunset::SunsetResult result = plan_sunset(scenario, with_value, progress);
    rows.push_back(report::sweep_row(swept.sweep.values[i], {scenario, with_value, result}));
  }
  return rows;
}

std::string make_sweep(const SunsetStageInput& input, const SunsetCase& sunset, progress::Progress& progress) {
  const Swept& swept = input.swept;
  if (swept.scenarios.empty()) return "";
  const std::vector<report::SweepRow> rows = sweep_rows(input, sunset, progress);
  gis::write_csv(input.run_folder / "sunset" / "sweep.csv", report::sweep_table(swept.sweep.key, rows));
  return "\n" + report::sweep_text(swept.sweep.key, rows);
}

/// Of all that could be switched on, whether it is or not: as if they were the only cells.
report::NewLevels levels_of_new_cells(const SunsetStageInput& input, const SunsetCase& sunset,
                                      progress::Progress& progress) {
  scenario::Scenario scenario = input.scenario;
  scenario.network.cells = all_cells({}, sunset.more);
  scenario.options.coverage.technologies.clear();
  for (const network::Cell& cell : scenario.network.cells)
    scenario.options.coverage.technologies.push_back(cell.technology);
  coverage::CoverageResult result =
      coverage::compute_coverage(scenario, input.terrain, {.keep_levels = true, .store = input.store}, progress);
  return {std::move(result.point_levels), std::move(scenario.network.cells)};
}

}  // namespace

Swept read_sweep(const RunOptions& options) {
  Swept swept;
  if (options.stages.sweep.empty()) return swept;
  swept.sweep = scenario::parse_sweep(options.stages.sweep);
  for (const std::string& value : swept.sweep.values) {
    std::vector<scenario::Override> overrides = overrides_of(options.common);
    overrides.push_back({swept.sweep.key, value, "--sweep"});
    swept.scenarios.push_back(scenario::load_scenario(options.common.scenario, overrides));
  }
  return swept;
}

SunsetOutcome run_sunset_stage(const SunsetStageInput& input, progress::Progress& progress) {
  const SunsetCase sunset = prepared(input.scenario, input, progress);
  const sunset::SunsetResult result = plan_sunset(input.scenario, sunset, progress);
  const report::SunsetData data{input.scenario, sunset, result};
  report::write_sunset_files(input.run_folder, data);
  if (!input.options.stages.write_model.empty())
    gis::write_text_file(input.options.stages.write_model, milp::lp_text(model_of_bounds(result.model)));
  SunsetOutcome outcome{.reached = result.reached(),
                        .summary = "\n" + report::sunset_summary(data, "vi") + "\n" +
                                   report::sunset_summary(data, "en") + make_sweep(input, sunset, progress),
                        .json = report::sunset_json(data)};
  if (input.options.keep_levels) outcome.new_levels = levels_of_new_cells(input, sunset, progress);
  return outcome;
}

}  // namespace phusong::cli

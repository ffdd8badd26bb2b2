#include "sim/cli/sunset_stage.h"

#include <optional>

#include "gis/output_file.h"
#include "sim/optimisation/milp/lp_file.h"
#include "sim/report/sunset/sunset_files.h"
#include "sim/report/sunset/sunset_json.h"
#include "sim/report/sunset/sunset_summary.h"
#include "sim/report/sunset/sweep_table.h"
#include "sim/sunset/radio/new_cell_levels.h"
#include "sim/sunset/sunset.h"

namespace phusong::cli {
namespace {

using sunset::SunsetOutcome;
using sunset::SunsetRadio;

sunset::SignalGround ground_of(const SunsetStageInput& input) {
  return {.terrain = input.terrain, .points = input.coverage.points, .store = input.store};
}

/// A row per value; the radio side is computed again where the value changes it.
std::vector<report::SweepRow> sweep_rows(const SunsetStageInput& input, const SunsetRadio& radio,
                                         progress::Progress& progress) {
  const Swept& swept = input.swept;
  std::vector<report::SweepRow> rows;
  for (std::size_t i = 0; i < swept.scenarios.size(); ++i) {
    const scenario::Scenario& scenario = swept.scenarios[i];
    std::optional<SunsetRadio> own;
    if (!sunset::has_same_radio(scenario.options.sunset, input.scenario.options.sunset))
      own = prepare_sunset(scenario, ground_of(input), progress);
    rows.push_back(report::sweep_row(swept.sweep.values[i], plan_sunset(scenario, own ? *own : radio, progress)));
  }
  return rows;
}

std::string make_sweep(const SunsetStageInput& input, const SunsetRadio& radio, progress::Progress& progress) {
  const Swept& swept = input.swept;
  if (swept.scenarios.empty()) return "";
  const std::vector<report::SweepRow> rows = sweep_rows(input, radio, progress);
  gis::write_csv(input.run_folder / "sunset" / "sweep.csv", report::sweep_table(swept.sweep.key, rows),
                 input.scenario.options.report.csv);
  return "\n" + report::sweep_text(swept.sweep.key, rows);
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

SunsetStageResult run_sunset_stage(const SunsetStageInput& input, progress::Progress& progress) {
  const network::Network& network = input.scenario.network;
  const SunsetRadio radio = prepare_sunset(input.scenario, ground_of(input), progress);
  const SunsetOutcome outcome = plan_sunset(input.scenario, radio, progress);
  report::write_sunset_files(input.run_folder, network, outcome, input.scenario.options.report.csv);
  if (!input.options.stages.write_model.empty())
    gis::write_text_file(input.options.stages.write_model, milp::lp_text(model_of_bounds(input.scenario, radio)));
  SunsetStageResult result{.reached = outcome.totals.reached(),
                           .summary = "\n" + report::sunset_summary(network, outcome, "vi") + "\n" +
                                      report::sunset_summary(network, outcome, "en") +
                                      make_sweep(input, radio, progress),
                           .json = report::sunset_json(network, outcome)};
  if (input.options.keep_levels) {
    auto [levels, cells] = new_cell_levels(input.scenario, radio.new_cells, ground_of(input), progress);
    result.new_levels = {std::move(levels), std::move(cells)};
  }
  return result;
}

}  // namespace phusong::cli

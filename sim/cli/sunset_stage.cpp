#include "sim/cli/sunset_stage.h"

#include <optional>

#include "gis/vector_writer.h"
#include "sim/report/sunset/sunset_files.h"
#include "sim/report/sunset/sunset_summary.h"
#include "sim/sunset/radio/new_cell_levels.h"

namespace phusong::cli {
namespace {

using sunset::SunsetRadio;

sunset::SignalGround ground_of(const SunsetStageInput& input) {
  return {.terrain = input.terrain, .points = input.coverage.points, .store = input.store};
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

PlannedSunset run_sunset_stage(const SunsetStageInput& input, progress::Progress& progress) {
  SunsetRadio radio = prepare_sunset(input.scenario, ground_of(input), progress);
  sunset::SunsetOutcome outcome = plan_sunset(input.scenario, radio, progress);
  return {std::move(radio), std::move(outcome)};
}

std::string write_sunset(const std::filesystem::path& run_folder, const SunsetStageInput& input,
                         const PlannedSunset& planned, const std::vector<report::SweepRow>& sweep, const Swept& swept) {
  const network::Network& network = input.scenario.network;
  report::write_sunset_files(run_folder, network, planned.outcome, input.scenario.options.report);
  std::string summary = "\n" + report::sunset_summary(network, planned.outcome, "vi") + "\n" +
                        report::sunset_summary(network, planned.outcome, "en");
  if (sweep.empty()) return summary;
  gis::write_csv(run_folder / "sunset" / "sweep.csv", report::sweep_table(swept.sweep.key, sweep),
                 input.scenario.options.report.csv);
  return summary + "\n" + report::sweep_text(swept.sweep.key, sweep);
}

std::vector<report::SweepRow> sweep_sunset(const SunsetStageInput& input, const SunsetRadio& radio, const Swept& swept,
                                           progress::Progress& progress) {
  std::vector<report::SweepRow> rows;
  for (std::size_t i = 0; i < swept.scenarios.size(); ++i) {
    const scenario::Scenario& scenario = swept.scenarios[i];
    std::optional<SunsetRadio> own;  // where the value changes the radio side
    if (!sunset::has_same_radio(scenario.options.sunset, input.scenario.options.sunset))
      own = prepare_sunset(scenario, ground_of(input), progress);
    rows.push_back(report::sweep_row(swept.sweep.values[i], plan_sunset(scenario, own ? *own : radio, progress)));
  }
  return rows;
}

report::NewLevels sunset_levels(const SunsetStageInput& input, const SunsetRadio& radio, progress::Progress& progress) {
  auto [levels, cells] = new_cell_levels(input.scenario, radio.new_cells, ground_of(input), progress);
  return {std::move(levels), std::move(cells)};
}

}  // namespace phusong::cli

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "gis/terrain.h"
#include "sim/cli/run_options.h"
#include "sim/coverage/verdict.h"
#include "sim/progress/progress.h"
#include "sim/report/point_tables.h"
#include "sim/report/sunset/sweep_table.h"
#include "sim/scenario/sweep.h"
#include "sim/sunset/sunset.h"

namespace phusong::cli {

/// The scenario with each value of --sweep.
struct Swept {
  scenario::Sweep sweep;
  std::vector<scenario::Scenario> scenarios;
};

/// Empty without --sweep. Throws gis::InputError.
Swept read_sweep(const RunOptions& options);

/// The input of a sunset: a scenario, its coverage and its ground.
struct SunsetStageInput {
  const scenario::Scenario& scenario;
  const coverage::CoverageResult& coverage;
  const gis::Terrain& terrain;
  coverage::PathLossStore* store = nullptr;  ///< may be null
};

/// The outcome of a sunset and the radio side that it was computed on.
struct PlannedSunset {
  sunset::SunsetRadio radio;
  sunset::SunsetOutcome outcome;
};

/// Plans the sunset. Throws progress::Stopped, gis::InputError.
PlannedSunset run_sunset_stage(const SunsetStageInput& input, progress::Progress& progress);

/// Writes sunset/ into the folder of a run, with the table of a sweep where there is one, and returns the summary in
/// Vietnamese and English.
std::string write_sunset(const std::filesystem::path& run_folder, const SunsetStageInput& input,
                         const PlannedSunset& planned, const std::vector<report::SweepRow>& sweep, const Swept& swept);

/// Plans the sunset of each value of a sweep. Throws progress::Stopped, gis::InputError.
std::vector<report::SweepRow> sweep_sunset(const SunsetStageInput& input, const sunset::SunsetRadio& radio,
                                           const Swept& swept, progress::Progress& progress);

/// Levels of all cells that could go on. Throws progress::Stopped.
report::NewLevels sunset_levels(const SunsetStageInput& input, const sunset::SunsetRadio& radio,
                                progress::Progress& progress);

}  // namespace phusong::cli

#pragma once

#include <filesystem>
#include <string>

#include "gis/terrain.h"
#include "sim/cli/run_options.h"
#include "sim/coverage/verdict.h"
#include "sim/progress/progress.h"
#include "sim/report/point_tables.h"
#include "sim/scenario/sweep.h"

namespace phusong::cli {

/// What --sweep asks for: the scenario once more with each value.
struct Swept {
  scenario::Sweep sweep;
  std::vector<scenario::Scenario> scenarios;
};

/// Nothing without --sweep. Throws gis::InputError.
Swept read_sweep(const RunOptions& options);

/// What the sunset stage works on, and where its files go.
struct SunsetStageInput {
  const scenario::Scenario& scenario;
  const coverage::CoverageResult& coverage;
  const gis::Terrain& terrain;
  coverage::PathLossStore* store = nullptr;  ///< may be null
  std::filesystem::path run_folder;
  const RunOptions& options;
  const Swept& swept;
};

struct SunsetOutcome {
  bool reached = false;          ///< everything is switched off
  std::string summary;           ///< in Vietnamese and English
  std::string json;              ///< sunset.json
  report::NewLevels new_levels;  ///< of the refarmed and swapped cells that go on, where levels are kept
};

/// Finds the schedule, writes sunset/ and, where asked for, the model and the table of a sweep. Throws
/// progress::Stopped, gis::InputError.
SunsetOutcome run_sunset_stage(const SunsetStageInput& input, progress::Progress& progress);

}  // namespace phusong::cli

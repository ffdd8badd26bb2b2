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

/// The scenario with each value of --sweep.
struct Swept {
  scenario::Sweep sweep;
  std::vector<scenario::Scenario> scenarios;
};

/// Empty without --sweep. Throws gis::InputError.
Swept read_sweep(const RunOptions& options);

/// The input of the sunset stage and the folder of its files.
struct SunsetStageInput {
  const scenario::Scenario& scenario;
  const coverage::CoverageResult& coverage;
  const gis::Terrain& terrain;
  coverage::PathLossStore* store = nullptr;  ///< may be null
  std::filesystem::path run_folder;
  const RunOptions& options;
  const Swept& swept;
};

/// The outcome of the sunset stage for the run as a whole.
struct SunsetStageResult {
  bool reached = false;          ///< whether everything is switched off
  std::string summary;           ///< in Vietnamese and English
  std::string json;              ///< sunset.json
  report::NewLevels new_levels;  ///< levels of all cells that could go on, where levels are kept
};

/// Plans the sunset, writes sunset/ and, where asked for, the model and the table of a sweep. Throws progress::Stopped,
/// gis::InputError.
SunsetStageResult run_sunset_stage(const SunsetStageInput& input, progress::Progress& progress);

}  // namespace phusong::cli

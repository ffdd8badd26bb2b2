#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "gis/terrain.h"
#include "sim/analysis/uncertainty/uncertainty.h"
#include "sim/cli/run_options.h"
#include "sim/coverage/coverage.h"
#include "sim/report/kpi_stages.h"
#include "sim/report/point_tables.h"
#include "sim/report/run_data.h"

namespace phusong::cli {

/// What the plan stage works on, and where its files go.
struct PlanStageInput {
  const report::RunData& run;
  const gis::Terrain& terrain;
  std::filesystem::path run_folder;
  const RunOptions& options;
  coverage::PathLossStore* store = nullptr;
};

/// The plan as the rest of the run needs it.
struct PlanStageResult {
  bool reached = false;                    ///< the target
  std::string summary;                     ///< in the report's language
  std::string json;                        ///< plan.json
  report::PlanKpis kpis;                   ///< what kpi.json says of it
  report::NewLevels new_levels;            ///< where levels are kept
  std::optional<analysis::PlanOdds> odds;  ///< of stations, where uncertainty is asked for
};

/// Plans, writes plan/ and, where asked for, the model. Throws progress::Stopped, and std::logic_error where the plan
/// does not stand its check.
PlanStageResult run_plan_stage(const PlanStageInput& input, progress::Progress& progress);

}  // namespace phusong::cli

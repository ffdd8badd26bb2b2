#pragma once

#include <filesystem>
#include <string>

#include "gis/vector_writer.h"
#include "sim/analysis/uncertainty/uncertainty.h"
#include "sim/scenario/scenario.h"

namespace phusong::report {

/// The values that the files of a run's uncertainty are made from.
struct UncertaintyData {
  const scenario::Scenario& scenario;
  const analysis::Uncertainty& uncertainty;
};

/// Whether a run has all files of its uncertainty: uncertainty.json is written last.
bool uncertainty_files_exist(const std::filesystem::path& run_folder);

/// Writes uncertainty.json, hamlets_uncertainty.csv, and a table of the same name in plan/ and sunset/ where there is
/// such a stage.
void write_uncertainty_files(const std::filesystem::path& run_folder, const UncertaintyData& data);

/// uncertainty.json
std::string uncertainty_json(const UncertaintyData& data);
/// A row per hamlet: the network as it stands, in the last operator column.
gis::OutputTable hamlets_uncertainty_table(const UncertaintyData& data);
/// A row per hamlet: before and after the plan.
gis::OutputTable plan_uncertainty_table(const UncertaintyData& data);
/// A row per hamlet and period.
gis::OutputTable sunset_uncertainty_table(const UncertaintyData& data);

/// A few lines in the report's language: the shares covered and how likely the target is.
std::string uncertainty_summary(const UncertaintyData& data);

}  // namespace phusong::report

#include "sim/report/uncertainty/uncertainty_files.h"

#include "gis/output_file.h"

namespace phusong::report {
namespace {

constexpr const char* kTable = "hamlets_uncertainty.csv";
constexpr const char* kSummaryFile = "uncertainty.json";

}  // namespace

bool uncertainty_files_exist(const std::filesystem::path& run_folder) {
  return std::filesystem::exists(run_folder / kSummaryFile);
}

void write_uncertainty_files(const std::filesystem::path& run_folder, const UncertaintyData& data) {
  const gis::CsvStyle csv = data.scenario.options.report.csv;
  std::filesystem::remove(run_folder / kSummaryFile);
  gis::write_csv(run_folder / kTable, hamlets_uncertainty_table(data), csv);
  if (data.uncertainty.plan) gis::write_csv(run_folder / "plan" / kTable, plan_uncertainty_table(data), csv);
  if (!data.uncertainty.by_period.empty())
    gis::write_csv(run_folder / "sunset" / kTable, sunset_uncertainty_table(data), csv);
  gis::write_text_file(run_folder / kSummaryFile, uncertainty_json(data));
}

}  // namespace phusong::report

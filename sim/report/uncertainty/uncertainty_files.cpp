#include "sim/report/uncertainty/uncertainty_files.h"

#include "gis/gpkg_writer.h"
#include "gis/output_file.h"
#include "sim/report/qgis/layer_styles.h"

namespace phusong::report {
namespace {

constexpr const char* kTable = "hamlets_uncertainty.csv";
constexpr const char* kSummaryFile = "uncertainty.json";

/// The rows of the table as a map.
void write_uncertainty_layer(const std::filesystem::path& path, const UncertaintyData& data) {
  const gis::OutputTable table = hamlets_uncertainty_table(data);
  std::vector<gis::MapPoint> positions;
  for (const network::Hamlet& hamlet : data.scenario.network.hamlets)
    positions.push_back(hamlet.position);
  const std::string style = uncertainty_style(data.scenario.options.report.language, table.columns);
  gis::write_gpkg(path, {{.table = table, .shapes = positions, .style = style}}, data.scenario.crs);
}

}  // namespace

bool uncertainty_files_exist(const std::filesystem::path& run_folder) {
  return std::filesystem::exists(run_folder / kSummaryFile);
}

void write_uncertainty_files(const std::filesystem::path& run_folder, const UncertaintyData& data) {
  const gis::CsvStyle csv = data.scenario.options.report.csv;
  std::filesystem::remove(run_folder / kSummaryFile);
  gis::write_csv(run_folder / kTable, hamlets_uncertainty_table(data), csv);
  write_uncertainty_layer(run_folder / "hamlets_uncertainty.gpkg", data);
  if (data.uncertainty.plan) gis::write_csv(run_folder / "plan" / kTable, plan_uncertainty_table(data), csv);
  if (!data.uncertainty.by_period.empty())
    gis::write_csv(run_folder / "sunset" / kTable, sunset_uncertainty_table(data), csv);
  gis::write_text_file(run_folder / kSummaryFile, uncertainty_json(data));
}

}  // namespace phusong::report

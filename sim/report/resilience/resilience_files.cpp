#include "sim/report/resilience/resilience_files.h"

#include "gis/gpkg_writer.h"
#include "gis/output_file.h"
#include "gis/vector_writer.h"
#include "sim/report/qgis/layer_styles.h"
#include "sim/report/resilience/resilience_tables.h"

namespace phusong::report {
namespace {

constexpr const char* kLastOfResilience = "resilience.csv";

}  // namespace

bool resilience_files_exist(const std::filesystem::path& run_folder) {
  return std::filesystem::exists(run_folder / kLastOfResilience);
}

void write_resilience(const std::filesystem::path& run_folder, const RunData& run,
                      const analysis::Resilience& resilience) {
  const scenario::ReportOptions& report = run.scenario.options.report;
  const gis::OutputTable layer = resilience_layer(run, resilience);
  const std::vector<gis::MapPoint> positions = resilience_positions(resilience);
  std::vector<gis::LonLat> lon_lats;
  for (const gis::MapPoint position : positions)
    lon_lats.push_back(run.scenario.crs.to_lon_lat(position));
  std::filesystem::remove(run_folder / kLastOfResilience);
  const std::string style = resilience_style(report.language, layer.columns);
  gis::write_text_file(run_folder / "resilience.qml", style);
  gis::write_gpkg(run_folder / "resilience.gpkg", {{.table = layer, .shapes = positions, .style = style}},
                  run.scenario.crs);
  gis::write_geojson_points(run_folder / "resilience.geojson", layer, lon_lats);
  gis::write_csv(run_folder / "resilience_hamlets.csv", resilience_hamlet_table(run, resilience), report.csv);
  gis::write_csv(run_folder / kLastOfResilience, resilience_table(resilience), report.csv);
}

}  // namespace phusong::report

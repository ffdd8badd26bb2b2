#include "sim/report/hamlet_files.h"

#include "gis/gpkg_writer.h"
#include "gis/output_file.h"
#include "gis/vector_writer.h"
#include "sim/report/area_tables.h"
#include "sim/report/hamlet_tables.h"
#include "sim/report/kpi.h"
#include "sim/report/kpi_table.h"
#include "sim/report/point_tables.h"
#include "sim/report/qgis/layer_styles.h"

namespace phusong::report {
namespace {

void write_hamlet_layers(const std::filesystem::path& folder, const RunData& run) {
  const gis::OutputTable table = hamlet_table(run);
  std::vector<gis::MapPoint> positions;
  std::vector<gis::LonLat> lon_lats;
  for (const network::Hamlet& hamlet : run.network().hamlets) {
    positions.push_back(hamlet.position);
    lon_lats.push_back(hamlet.lon_lat);
  }
  const std::string style = hamlet_style(run.scenario.options.report.language, table.columns);
  gis::write_text_file(folder / "hamlets.qml", style);
  gis::write_csv(folder / "hamlets.csv", table, run.scenario.options.report.csv);
  gis::write_gpkg(folder / "hamlets.gpkg", {{.table = table, .shapes = positions, .style = style}}, run.scenario.crs);
  gis::write_geojson_points(folder / "hamlets.geojson", table, lon_lats);
}

}  // namespace

void write_hamlet_files(const std::filesystem::path& folder, const RunData& run, bool with_levels) {
  const gis::CsvStyle csv = run.scenario.options.report.csv;
  write_hamlet_layers(folder, run);
  gis::write_csv(folder / "hamlets_by_operator.csv", hamlet_by_operator_table(run), csv);
  gis::write_csv(folder / "points.csv", point_table(run), csv);
  if (with_levels) {
    const KeptLevels levels{run.coverage.point_levels, run.network().cells};
    write_point_levels(folder / "point_levels.csv", run.network().hamlets, {&levels, 1}, csv);
  }
  gis::write_csv(folder / "communes.csv", commune_table(run), csv);
  if (!run.totals.communes_old.empty()) gis::write_csv(folder / "communes_old.csv", old_commune_table(run), csv);
  gis::write_csv(folder / "districts.csv", district_table(run), csv);
  write_kpi_files(folder, run, {});
}

void write_kpi_files(const std::filesystem::path& folder, const RunData& run, const KpiStages& stages) {
  gis::write_text_file(folder / "kpi.json", kpi_json(run, stages));
  gis::write_csv(folder / "kpi.csv", kpi_table(run, stages), run.scenario.options.report.csv);
}

}  // namespace phusong::report

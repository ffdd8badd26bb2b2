#include "sim/report/comparison/changed_hamlets.h"

#include "gis/gpkg_writer.h"
#include "gis/output_file.h"
#include "sim/report/cell_values.h"
#include "sim/report/qgis/change_style.h"

namespace phusong::report {
namespace {

using gis::ColumnType;

/// The operator whose service a row is about; empty where the hamlets of the two runs are judged for two.
std::string operator_of(const analysis::HamletChange& change, const ComparisonData& data) {
  if (!change.operator_name.empty()) return change.operator_name;
  return data.a.main_operator == data.b.main_operator ? data.a.main_operator : std::string();
}

std::vector<gis::CellValue> row_of_change(const analysis::HamletChange& change, const ComparisonData& data) {
  const analysis::ComparedHamlet& hamlet = change.hamlet;
  return {hamlet.hamlet_id,
          std::string(change.technology ? network::name_of(*change.technology) : "target"),
          std::string(coverage::name_of(change.a.status)),
          std::string(coverage::name_of(change.b.status)),
          decibels(change.a.level_dbm),
          decibels(change.b.level_dbm),
          ratio(change.a.share),
          ratio(change.b.share),
          text_or_nothing(operator_of(change, data)),
          std::string(analysis::name_of(change.kind)),
          text_or_nothing(analysis::name_of(change.direction)),
          text_or_nothing(hamlet.name),
          text_or_nothing(hamlet.commune),
          text_or_nothing(hamlet.district),
          text_or_nothing(hamlet.province),
          hamlet.population};
}

}  // namespace

gis::OutputTable changed_hamlet_table(const ComparisonData& data) {
  gis::OutputTable table{.name = "hamlets_changed",
                         .columns = {{"hamlet_id", ColumnType::kText},
                                     {"technology", ColumnType::kText},
                                     {"status_a", ColumnType::kText},
                                     {"status_b", ColumnType::kText},
                                     {"level_a_dbm", ColumnType::kReal},
                                     {"level_b_dbm", ColumnType::kReal},
                                     {"share_a", ColumnType::kReal},
                                     {"share_b", ColumnType::kReal},
                                     {"operator", ColumnType::kText},
                                     {"change", ColumnType::kText},
                                     {"direction", ColumnType::kText},
                                     {"name", ColumnType::kText},
                                     {"commune", ColumnType::kText},
                                     {"district", ColumnType::kText},
                                     {"province", ColumnType::kText},
                                     {"population", ColumnType::kInteger}},
                         .rows = {}};
  for (const analysis::HamletChange& change : data.changes.hamlets.changes)
    table.rows.push_back(row_of_change(change, data));
  return table;
}

void write_changed_hamlets(const std::filesystem::path& folder, const ComparisonData& data,
                           const gis::WorkingCrs& crs) {
  const gis::OutputTable table = changed_hamlet_table(data);
  std::vector<gis::MapPoint> positions;
  for (const analysis::HamletChange& change : data.changes.hamlets.changes)
    positions.push_back(crs.to_map(change.hamlet.lon_lat));
  const std::string style = change_style(data.language, table.columns);
  gis::write_text_file(folder / "hamlets_changed.qml", style);
  gis::write_csv(folder / "hamlets_changed.csv", table, data.csv);
  gis::write_gpkg(folder / "hamlets_changed.gpkg", {{.table = table, .shapes = positions, .style = style}}, crs);
}

}  // namespace phusong::report

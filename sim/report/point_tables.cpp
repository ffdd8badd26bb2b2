#include "sim/report/point_tables.h"

#include "sim/report/cell_values.h"

namespace phusong::report {

using gis::ColumnType;
using gis::Number;

gis::OutputTable point_table(const RunData& run) {
  gis::OutputTable table{.name = "points",
                         .columns = {{"hamlet_id", ColumnType::kText},
                                     {"point", ColumnType::kInteger},
                                     {"lon_deg", ColumnType::kReal},
                                     {"lat_deg", ColumnType::kReal},
                                     {"x_m", ColumnType::kReal},
                                     {"y_m", ColumnType::kReal},
                                     {"ground_m", ColumnType::kReal},
                                     {"weight", ColumnType::kReal}},
                         .rows = {}};
  for (const coverage::SamplePoint& point : run.coverage.points) {
    table.rows.push_back({run.network().hamlets[point.hamlet].hamlet_id, std::int64_t{point.point},
                          Number{point.lon_deg, 9}, Number{point.lat_deg, 9}, Number{point.x_m, 4},
                          Number{point.y_m, 4}, Number{point.ground_m, 4}, Number{point.weight, 9}});
  }
  return table;
}

void write_point_levels(const std::filesystem::path& path, const RunData& run) {
  const std::vector<gis::Column> columns = {{"hamlet_id", ColumnType::kText},     {"point", ColumnType::kInteger},
                                            {"cell_id", ColumnType::kText},       {"loss_db", ColumnType::kReal},
                                            {"departure_deg", ColumnType::kReal}, {"pattern_db", ColumnType::kReal},
                                            {"level_dbm", ColumnType::kReal},     {"sigma_l_db", ColumnType::kReal}};
  auto next = run.coverage.point_levels.begin();
  gis::write_csv(path, columns, [&](std::vector<gis::CellValue>& row) {
    if (next == run.coverage.point_levels.end()) return false;
    const coverage::PointLevel& level = *next++;
    row = {run.network().hamlets[level.hamlet].hamlet_id,
           std::int64_t{level.point},
           run.network().cells[level.cell].cell_id,
           decibels(level.loss_db),
           Number{level.departure_deg, 4},
           decibels(level.pattern_db),
           decibels(level.level_dbm),
           decibels(level.sigma_l_db)};
    return true;
  });
}

}  // namespace phusong::report

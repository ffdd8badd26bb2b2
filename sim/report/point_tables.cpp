#include "sim/report/point_tables.h"

#include <algorithm>
#include <string>
#include <tuple>

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

namespace {

/// A row of point_levels.csv that is not text yet.
struct LevelRow {
  const coverage::PointLevel* level;
  const std::string* cell_id;
};

/// Each part is sorted already.
std::vector<LevelRow> merged_rows(std::span<const KeptLevels> parts) {
  std::vector<LevelRow> rows;
  for (const KeptLevels& part : parts) {
    for (const coverage::PointLevel& level : part.levels)
      rows.push_back({&level, &part.cells[level.cell].cell_id});
  }
  if (parts.size() > 1) {
    std::ranges::stable_sort(rows, [](const LevelRow& a, const LevelRow& b) {
      return std::tie(a.level->hamlet, a.level->point, *a.cell_id) <
             std::tie(b.level->hamlet, b.level->point, *b.cell_id);
    });
  }
  return rows;
}

}  // namespace

void write_point_levels(const std::filesystem::path& path, const std::vector<network::Hamlet>& hamlets,
                        std::span<const KeptLevels> parts, gis::CsvStyle csv) {
  std::vector<gis::Column> columns = {{"hamlet_id", ColumnType::kText},     {"point", ColumnType::kInteger},
                                      {"cell_id", ColumnType::kText},       {"loss_db", ColumnType::kReal},
                                      {"departure_deg", ColumnType::kReal}, {"pattern_db", ColumnType::kReal},
                                      {"level_dbm", ColumnType::kReal},     {"sigma_l_db", ColumnType::kReal}};
  const std::vector<LevelRow> rows = merged_rows(parts);
  const bool is_corrected =
      std::ranges::any_of(rows, [](const LevelRow& row) { return row.level->correction_db != 0.0; });
  if (is_corrected) columns.push_back({"calibration_db", ColumnType::kReal});
  auto next = rows.begin();
  gis::write_csv(path, columns, csv, [&](std::vector<gis::CellValue>& row) {
    if (next == rows.end()) return false;
    const auto& [level, cell_id] = *next++;
    row = {hamlets[level->hamlet].hamlet_id, std::int64_t{level->point},      *cell_id,
           decibels(level->loss_db),         Number{level->departure_deg, 4}, decibels(level->pattern_db),
           decibels(level->level_dbm),       decibels(level->sigma_l_db)};
    if (is_corrected) row.push_back(decibels(level->correction_db));
    return true;
  });
}

}  // namespace phusong::report

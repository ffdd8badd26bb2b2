#include "sim/report/backhaul_file.h"

#include "gis/vector_writer.h"

namespace phusong::report {
namespace {

using gis::ColumnType;
using gis::Number;

constexpr int kDecimals = 2, kKilometreDecimals = 4, kPercentDecimals = 6;

std::vector<gis::Column> backhaul_columns() {
  return {{"from", ColumnType::kText},
          {"to", ColumnType::kText},
          {"medium", ColumnType::kText},
          {"length_km", ColumnType::kReal},
          {"from_height_m", ColumnType::kReal},
          {"to_height_m", ColumnType::kReal},
          {"clearance_m", ColumnType::kReal},
          {"fade_margin_db", ColumnType::kReal},
          {"rain_db", ColumnType::kReal},
          {"multipath_percent", ColumnType::kReal},
          {"availability_percent", ColumnType::kReal}};
}

std::vector<gis::CellValue> row_of(const planning::BackhaulLink& link) {
  return {link.from,
          link.to,
          std::string(name_of(link.medium)),
          Number{link.length_km, kKilometreDecimals},
          Number{link.from_height_m, kDecimals},
          Number{link.to_height_m, kDecimals},
          Number{link.clearance_m, kDecimals},
          Number{link.fade_margin_db, kDecimals},
          Number{link.rain_db, kDecimals},
          Number{link.multipath_percent, kPercentDecimals},
          Number{link.availability_percent, kPercentDecimals}};
}

}  // namespace

gis::OutputTable backhaul_table(const std::vector<planning::BackhaulLink>& links) {
  gis::OutputTable table{.name = "backhaul", .columns = backhaul_columns(), .rows = {}};
  for (const planning::BackhaulLink& link : links)
    table.rows.push_back(row_of(link));
  return table;
}

void write_backhaul(const std::filesystem::path& path, const std::vector<planning::BackhaulLink>& links) {
  std::vector<gis::LonLatLine> lines;
  for (const planning::BackhaulLink& link : links)
    lines.push_back({.from = link.from_lon_lat, .to = link.to_lon_lat});
  gis::write_geojson_lines(path, backhaul_table(links), lines);
}

}  // namespace phusong::report

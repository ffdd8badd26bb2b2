#include "sim/report/calibration/residual_layer.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "gis/gpkg_writer.h"
#include "sim/report/cell_values.h"
#include "sim/report/qgis/residual_style.h"

namespace phusong::report {
namespace {

using gis::CellValue;
using gis::ColumnType;

/// A row of the layer and where it belongs.
struct ResidualRow {
  std::size_t measurement = 0;
  std::vector<CellValue> values;
};

std::vector<CellValue> measured_values(const CalibrationReport& report, const scenario::Measurement& measured) {
  const network::Cell* const cell = report.cell_of(measured);
  return {std::int64_t{measured.row}, text_or_nothing(cell != nullptr ? cell->cell_id : ""),
          text_or_nothing(cell != nullptr ? name_of(cell->technology) : ""),
          measured.is_path_loss ? CellValue() : decibels(measured.value),
          measured.is_path_loss ? decibels(measured.value) : CellValue()};
}

/// A path loss is compared as a level of −loss; it is written as a loss again.
std::vector<CellValue> compared_values(const CalibrationReport& report, std::size_t i) {
  const analysis::CalibrationStudy& study = report.study;
  const analysis::Compared& of = report.compared(i);
  const double sign = report.measurement(of).is_path_loss ? -1.0 : 1.0;
  const std::size_t block = study.blocks.block_of[i];
  return {decibels(sign * of.predicted_db),
          decibels(sign * study.corrected_db[i]),
          decibels(sign * study.held_out_db[i]),
          decibels(of.measured_db - of.predicted_db),
          decibels(of.measured_db - study.corrected_db[i]),
          decibels(of.measured_db - study.held_out_db[i]),
          std::int64_t{of.is_censored ? 1 : 0},
          gis::Number{of.distance_m / 1000.0, 4},
          of.clutter_class ? CellValue(std::int64_t{*of.clutter_class}) : CellValue(),
          static_cast<std::int64_t>(block),
          static_cast<std::int64_t>(study.blocks.fold_of_block[block]),
          CellValue()};
}

std::vector<gis::Column> residual_columns() {
  return {{"row", ColumnType::kInteger},
          {"cell_id", ColumnType::kText},
          {"technology", ColumnType::kText},
          {"level_dbm", ColumnType::kReal},
          {"path_loss_db", ColumnType::kReal},
          {"predicted", ColumnType::kReal},
          {"corrected", ColumnType::kReal},
          {"held_out", ColumnType::kReal},
          {"residual_before_db", ColumnType::kReal},
          {"residual_after_db", ColumnType::kReal},
          {"residual_held_out_db", ColumnType::kReal},
          {"at_noise_floor", ColumnType::kInteger},
          {"distance_km", ColumnType::kReal},
          {"clutter_class", ColumnType::kInteger},
          {"block", ColumnType::kInteger},
          {"fold", ColumnType::kInteger},
          {"left_out", ColumnType::kText}};
}

std::vector<ResidualRow> residual_rows(const CalibrationReport& report) {
  std::vector<ResidualRow> rows;
  const auto add = [&](std::size_t measurement, const std::vector<CellValue>& more) {
    ResidualRow row{.measurement = measurement,
                    .values = measured_values(report, report.measurements.rows[measurement])};
    row.values.insert(row.values.end(), more.begin(), more.end());
    rows.push_back(std::move(row));
  };
  for (std::size_t i = 0; i < report.study.compared.used.size(); ++i)
    add(report.compared(i).measurement, compared_values(report, i));
  for (const auto& dropped : report.study.compared.dropped) {
    std::vector<CellValue> nothing(residual_columns().size() - 5);
    nothing.back() = std::string(name_of(dropped.reason));
    add(dropped.measurement, nothing);
  }
  std::ranges::sort(rows, {}, &ResidualRow::measurement);
  return rows;
}

}  // namespace

gis::OutputTable residual_table(const CalibrationReport& report) {
  gis::OutputTable table{.name = "residuals", .columns = residual_columns(), .rows = {}};
  for (ResidualRow& row : residual_rows(report))
    table.rows.push_back(std::move(row.values));
  return table;
}

void write_residuals(const std::filesystem::path& path, const CalibrationReport& report) {
  std::vector<gis::MapPoint> points;
  for (const scenario::Measurement& measured : report.measurements.rows)
    points.push_back(measured.position);
  gis::write_gpkg(path,
                  {{.table = residual_table(report), .shapes = points, .style = residual_style(report.language())}},
                  report.scenario.crs);
}

}  // namespace phusong::report

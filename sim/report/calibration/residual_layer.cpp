#include "sim/report/calibration/residual_layer.h"

#include <algorithm>
#include <array>
#include <pugixml.hpp>
#include <string>
#include <utility>
#include <vector>

#include "gis/gpkg_writer.h"
#include "sim/report/calibration/calibration_wording.h"
#include "sim/report/cell_values.h"
#include "sim/report/qgis/style_parts.h"

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

/// Which rows are drawn how.
struct ResidualLook {
  std::string filter;
  std::string_view label;
  MarkerLook marker;
};

std::array<ResidualLook, 7> residual_looks(const CalibrationWording& words) {
  // The expressions of QGIS 3.22 have no BETWEEN.
  const auto above = [](std::string_view least) { return "\"residual_after_db\" > " + std::string(least); };
  const auto below = [](std::string_view most) { return "\"residual_after_db\" < " + std::string(most); };
  const auto where = [](const std::string& range) { return "\"at_noise_floor\" = 0 AND " + range; };
  constexpr std::string_view kWhite = "255,255,255,255";
  return {{{where(above("10")), words.much_stronger, {.shape = "triangle", .colour = kBlue, .size_mm = 2.8}},
           {where(above("3") + " AND NOT " + above("10")), words.stronger, {.shape = "triangle", .colour = kSkyBlue}},
           {where("NOT " + above("3") + " AND NOT " + below("-3")),
            words.as_predicted,
            {.shape = "circle", .colour = kWhite, .size_mm = 1.4}},
           {where(below("-3") + " AND NOT " + below("-10")),
            words.weaker,
            {.shape = "triangle", .colour = kOrange, .angle_deg = 180.0}},
           {where(below("-10")),
            words.much_weaker,
            {.shape = "triangle", .colour = kVermilion, .size_mm = 2.8, .angle_deg = 180.0}},
           {"\"at_noise_floor\" = 1", words.at_noise_floor, {.shape = "circle", .colour = kGrey, .size_mm = 1.4}},
           {"\"left_out\" IS NOT NULL", words.not_compared, {.shape = "cross", .colour = kGrey, .size_mm = 1.4}}}};
}

}  // namespace

gis::OutputTable residual_table(const CalibrationReport& report) {
  gis::OutputTable table{.name = "residuals", .columns = residual_columns(), .rows = {}};
  for (ResidualRow& row : residual_rows(report))
    table.rows.push_back(std::move(row.values));
  return table;
}

std::string residual_style(std::string_view language) {
  const auto looks = residual_looks(calibration_wording(language));
  const QgisDocument style = style_document("Symbology");
  std::vector<SymbolClass> classes;
  for (const ResidualLook& look : looks)
    classes.push_back({look.filter, std::string(look.label)});
  const pugi::xml_node symbols = add_rules(style.root(), classes);
  for (std::size_t i = 0; i < looks.size(); ++i)
    add_marker(symbols, std::to_string(i), looks[i].marker);
  return style.text();
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

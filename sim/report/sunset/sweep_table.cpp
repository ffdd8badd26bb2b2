#include "sim/report/sunset/sweep_table.h"

#include <fmt/format.h>

#include "sim/report/cell_values.h"

namespace phusong::report {
namespace {

gis::CellValue period_value(const std::optional<int>& period) {
  if (!period) return std::monostate{};
  return std::int64_t{*period};
}

std::string period_text(const std::optional<int>& period) {
  return period ? std::to_string(*period) : "-";
}

}  // namespace

SweepRow sweep_row(const std::string& value, const sunset::SunsetOutcome& outcome) {
  const sunset::SunsetTotals& totals = outcome.totals;
  SweepRow row{.value = value,
               .cells_left_on = totals.cells_left_on,
               .cells_left_on_bound = totals.cells_left_on_bound,
               .last_cell_off_period = totals.last_period,
               .bound = totals.finish_bound,
               .handsets_subsidised = totals.handsets_subsidised,
               .cost_million_vnd = totals.cost_million_vnd};
  if (totals.last_period) row.quarter = outcome.question.quarter_of(*totals.last_period).name();
  return row;
}

gis::OutputTable sweep_table(const std::string& key, const std::vector<SweepRow>& rows) {
  using gis::ColumnType;
  gis::OutputTable table{.name = "sweep",
                         .columns = {{"key", ColumnType::kText},
                                     {"value", ColumnType::kText},
                                     {"last_cell_off_period", ColumnType::kInteger},
                                     {"quarter", ColumnType::kText},
                                     {"last_period_bound", ColumnType::kInteger},
                                     {"cells_left_on", ColumnType::kInteger},
                                     {"cells_left_on_bound", ColumnType::kInteger},
                                     {"handsets_subsidised", ColumnType::kInteger},
                                     {"cost_million_vnd", ColumnType::kReal}},
                         .rows = {}};
  for (const SweepRow& row : rows) {
    table.rows.push_back({key, row.value, period_value(row.last_cell_off_period), row.quarter, period_value(row.bound),
                          row.cells_left_on, row.cells_left_on_bound, row.handsets_subsidised,
                          million_vnd(row.cost_million_vnd)});
  }
  return table;
}

std::string sweep_text(const std::string& key, const std::vector<SweepRow>& rows) {
  std::string text = fmt::format("{:>40} {:>7} {:>8} {:>6} {:>6} {:>9} {:>12}\n", key, "period", "quarter", "bound",
                                 "left", "handsets", "million VND");
  for (const SweepRow& row : rows) {
    text += fmt::format("{:>40} {:>7} {:>8} {:>6} {:>6} {:>9} {:>12.1f}\n", row.value,
                        period_text(row.last_cell_off_period), row.quarter.empty() ? "-" : row.quarter,
                        period_text(row.bound), row.cells_left_on, row.handsets_subsidised, row.cost_million_vnd);
  }
  return text;
}

}  // namespace phusong::report

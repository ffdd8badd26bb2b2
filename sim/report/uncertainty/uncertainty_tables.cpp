#include "sim/report/cell_values.h"
#include "sim/report/uncertainty/uncertainty_files.h"

namespace phusong::report {
namespace {

using analysis::StatusOdds;
using gis::ColumnType;

/// Three columns, with a prefix where a table has several states of a hamlet.
void add_odds_columns(const std::string& prefix, gis::OutputTable& table) {
  for (const char* const status : {"covered", "hollow", "white"})
    table.columns.push_back({prefix + status + "_probability", ColumnType::kReal});
}

void add_odds(const StatusOdds& odds, std::vector<gis::CellValue>& row) {
  for (const double probability : {odds.covered, odds.hollow, odds.white})
    row.push_back(ratio(probability));
}

gis::OutputTable empty_odds_table() {
  return {.name = "hamlets_uncertainty", .columns = {{"hamlet_id", ColumnType::kText}}, .rows = {}};
}

}  // namespace

gis::OutputTable hamlets_uncertainty_table(const UncertaintyData& data) {
  gis::OutputTable table = empty_odds_table();
  add_odds_columns("", table);
  const std::vector<StatusOdds>& odds = data.uncertainty.by_operator.back().hamlets;
  for (std::size_t i = 0; i < odds.size(); ++i)
    add_odds(odds[i], table.rows.emplace_back(1, data.scenario.network.hamlets[i].hamlet_id));
  return table;
}

gis::OutputTable plan_uncertainty_table(const UncertaintyData& data) {
  gis::OutputTable table = empty_odds_table();
  add_odds_columns("before_", table);
  add_odds_columns("after_", table);
  const analysis::PlanOdds& plan = data.uncertainty.plan.value();
  for (std::size_t i = 0; i < plan.before.hamlets.size(); ++i) {
    std::vector<gis::CellValue>& row = table.rows.emplace_back(1, data.scenario.network.hamlets[i].hamlet_id);
    add_odds(plan.before.hamlets[i], row);
    add_odds(plan.after.hamlets[i], row);
  }
  return table;
}

gis::OutputTable sunset_uncertainty_table(const UncertaintyData& data) {
  gis::OutputTable table = empty_odds_table();
  table.columns.push_back({"period", ColumnType::kInteger});
  add_odds_columns("", table);
  const std::vector<analysis::CoverageOdds>& periods = data.uncertainty.by_period;
  for (std::size_t i = 0; i < data.scenario.network.hamlets.size(); ++i) {
    for (std::size_t period = 0; period < periods.size(); ++period) {
      std::vector<gis::CellValue>& row = table.rows.emplace_back(1, data.scenario.network.hamlets[i].hamlet_id);
      row.emplace_back(static_cast<std::int64_t>(period));
      add_odds(periods[period].hamlets[i], row);
    }
  }
  return table;
}

}  // namespace phusong::report

#include "sim/report/sunset/schedule_table.h"

#include <array>

#include "sim/report/cell_values.h"

namespace phusong::report {
namespace {

using gis::CellValue;
using gis::ColumnType;
using gis::Number;

/// By WorkStep::Action.
constexpr std::array kActionNames = {"swap_on", "off", "refarm_on"};

std::vector<CellValue> row_of(const sunset::WorkStep& step, const network::Cell& cell, const network::Site& site) {
  return {std::int64_t{step.period},
          cell.cell_id,
          site.site_id,
          site.operator_name,
          kActionNames[static_cast<std::size_t>(step.action)],
          std::string(name_of(cell.technology)),
          read_again(cell.frequency_mhz),
          std::int64_t{step.is_visit},
          million_vnd(step.cost_million_vnd)};
}

}  // namespace

gis::OutputTable schedule_table(const network::Network& network, const sunset::SunsetOutcome& outcome) {
  gis::OutputTable table{.name = "schedule",
                         .columns = {{"period", ColumnType::kInteger},
                                     {"cell_id", ColumnType::kText},
                                     {"site_id", ColumnType::kText},
                                     {"operator", ColumnType::kText},
                                     {"action", ColumnType::kText},
                                     {"technology", ColumnType::kText},
                                     {"frequency_mhz", ColumnType::kReal},
                                     {"visit_site", ColumnType::kInteger},
                                     {"cost_million_vnd", ColumnType::kReal}},
                         .rows = {}};
  for (const sunset::WorkStep& step : outcome.steps) {
    const network::Cell& cell = outcome.cells.cells[step.cell];
    table.rows.push_back(row_of(step, cell, network.sites[cell.site]));
  }
  return table;
}

gis::OutputTable guard_table(const network::Network& network, const sunset::SunsetOutcome& outcome) {
  gis::OutputTable table{.name = "guard",
                         .columns = {{"carrier", ColumnType::kText},
                                     {"blocking_cell", ColumnType::kText},
                                     {"hamlet_id", ColumnType::kText},
                                     {"point", ColumnType::kInteger},
                                     {"level_dbm", ColumnType::kReal},
                                     {"clear_from_period", ColumnType::kInteger}},
                         .rows = {}};
  for (const sunset::GuardWait& wait : outcome.guard) {
    table.rows.push_back({outcome.cells.refarmed(wait.refarmed).cell_id, network.cells[wait.cell].cell_id,
                          network.hamlets[wait.hamlet].hamlet_id, std::int64_t{wait.point}, decibels(wait.level_dbm),
                          wait.clear_from_period ? CellValue{std::int64_t{*wait.clear_from_period}} : CellValue{}});
  }
  return table;
}

}  // namespace phusong::report

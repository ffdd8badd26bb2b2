#include "sim/report/resilience/resilience_tables.h"

#include "sim/report/cell_values.h"

namespace phusong::report {
namespace {

using analysis::FailureOutcome;
using analysis::OperatorLoss;
using gis::ColumnType;

const std::vector<gis::Column>& loss_columns() {
  static const std::vector<gis::Column> kColumns = {{"hamlets_lost", ColumnType::kInteger},
                                                    {"people_lost", ColumnType::kInteger},
                                                    {"hamlets_lost_any_operator", ColumnType::kInteger},
                                                    {"people_lost_any_operator", ColumnType::kInteger}};
  return kColumns;
}

void add_losses(const OperatorLoss& of, const FailureOutcome& outcome, std::vector<gis::CellValue>& row) {
  row.insert(row.end(), {std::int64_t{std::ssize(of.loss.hamlets)}, of.loss.people,
                         std::int64_t{std::ssize(outcome.any_operator.hamlets)}, outcome.any_operator.people});
}

void add_hamlets(const RunData& run, const FailureOutcome& outcome, const OperatorLoss& of, gis::OutputTable& table) {
  for (const std::size_t hamlet : of.loss.hamlets) {
    table.rows.push_back({std::string(name_of(outcome.event.kind)), outcome.event.id,
                          run.network().hamlets[hamlet].hamlet_id, of.operator_name});
  }
}

}  // namespace

gis::OutputTable resilience_table(const analysis::Resilience& resilience) {
  gis::OutputTable table{
      .name = "resilience",
      .columns = {{"event", ColumnType::kText}, {"id", ColumnType::kText}, {"operator", ColumnType::kText}},
      .rows = {}};
  table.columns.insert(table.columns.end(), loss_columns().begin(), loss_columns().end());
  for (const FailureOutcome& outcome : resilience.outcomes) {
    for (const OperatorLoss& of : outcome.by_operator) {
      std::vector<gis::CellValue> row = {std::string(name_of(outcome.event.kind)), outcome.event.id, of.operator_name};
      add_losses(of, outcome, row);
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

gis::OutputTable resilience_hamlet_table(const RunData& run, const analysis::Resilience& resilience) {
  gis::OutputTable table{.name = "resilience_hamlets",
                         .columns = {{"event", ColumnType::kText},
                                     {"id", ColumnType::kText},
                                     {"hamlet_id", ColumnType::kText},
                                     {"operator", ColumnType::kText}},
                         .rows = {}};
  const bool has_union = run.coverage.operators.size() > 1;
  for (const FailureOutcome& outcome : resilience.outcomes) {
    for (const OperatorLoss& of : outcome.by_operator)
      add_hamlets(run, outcome, of, table);
    if (has_union) {
      add_hamlets(run, outcome,
                  {.operator_name = run.coverage.operators[run.main_operator()], .loss = outcome.any_operator}, table);
    }
  }
  return table;
}

gis::OutputTable resilience_layer(const RunData& run, const analysis::Resilience& resilience) {
  gis::OutputTable table{.name = "resilience",
                         .columns = {{"event", ColumnType::kText},
                                     {"id", ColumnType::kText},
                                     {"name", ColumnType::kText},
                                     {"operator", ColumnType::kText},
                                     {"masts_off", ColumnType::kInteger}},
                         .rows = {}};
  table.columns.insert(table.columns.end(), loss_columns().begin(), loss_columns().end());
  for (const FailureOutcome& outcome : resilience.outcomes) {
    const analysis::FailureEvent& event = outcome.event;
    const std::string name = event.mast ? run.network().sites[*event.mast].name : std::string();
    for (const OperatorLoss& of : outcome.by_operator) {
      std::vector<gis::CellValue> row = {std::string(name_of(event.kind)), event.id, text_or_nothing(name),
                                         of.operator_name, std::int64_t{std::ssize(event.masts_off)}};
      add_losses(of, outcome, row);
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

std::vector<gis::MapPoint> resilience_positions(const analysis::Resilience& resilience) {
  std::vector<gis::MapPoint> positions;
  for (const FailureOutcome& outcome : resilience.outcomes)
    positions.insert(positions.end(), outcome.by_operator.size(), outcome.event.position);
  return positions;
}

}  // namespace phusong::report

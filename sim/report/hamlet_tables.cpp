#include "sim/report/hamlet_tables.h"

#include <fmt/format.h>

#include <utility>

#include "sim/report/cell_values.h"
#include "sim/report/wording.h"

namespace phusong::report {
namespace {

using coverage::HamletVerdict;
using coverage::TechnologyVerdict;
using gis::CellValue;
using gis::ColumnType;
using Row = std::vector<CellValue>;

std::vector<gis::Column> verdict_columns(const std::vector<network::Technology>& technologies) {
  std::vector<gis::Column> columns;
  for (const network::Technology technology : technologies) {
    const std::string prefix = std::string(network::prefix_of(technology)) + "_";
    columns.push_back({prefix + "level_dbm", ColumnType::kReal});
    columns.push_back({prefix + "probability", ColumnType::kReal});
    columns.push_back({prefix + "share", ColumnType::kReal});
    columns.push_back({prefix + "status", ColumnType::kText});
    columns.push_back({prefix + "best_cell", ColumnType::kText});
  }
  columns.push_back({"status", ColumnType::kText});
  columns.push_back({"share", ColumnType::kReal});
  columns.push_back({"status_any_technology", ColumnType::kText});
  columns.push_back({"centre_covered", ColumnType::kInteger});
  columns.push_back({"terrain_gap", ColumnType::kReal});
  columns.push_back({"note", ColumnType::kText});
  return columns;
}

/// The input columns under names that are none of `ours`; text where a value is not of its column's type.
std::vector<gis::Column> input_columns(const network::Network& network, const std::vector<gis::Column>& ours) {
  std::vector<gis::Column> columns = network.hamlet_columns;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    std::vector<gis::Column> others = ours;
    others.insert(others.end(), columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(i));
    others.insert(others.end(), columns.begin() + static_cast<std::ptrdiff_t>(i) + 1, columns.end());
    columns[i].name = name_beside(others, std::move(columns[i].name));
  }
  for (const network::Hamlet& hamlet : network.hamlets) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (std::holds_alternative<std::string>(input_value(hamlet.input_values[i], columns[i].type)))
        columns[i].type = ColumnType::kText;
    }
  }
  return columns;
}

/// A field of the input as it was read; where it was empty and a default stands for it, the value that was used.
CellValue value_used(const network::Hamlet& hamlet, const std::string& column, std::size_t i, ColumnType type) {
  CellValue value = input_value(hamlet.input_values[i], type);
  if (!std::holds_alternative<std::monostate>(value)) return value;
  if (column == "radius_m") return input_value(fmt::format("{}", hamlet.radius_m), type);
  if (column == "handsets") return input_value(fmt::format("{}", hamlet.handsets), type);
  return value;
}

CellValue cell_id(const network::Network& network, const std::optional<std::size_t>& cell) {
  if (!cell) return std::monostate{};
  return network.cells[*cell].cell_id;
}

void add_verdict(const network::Network& network, const TechnologyVerdict& verdict, Row& row) {
  row.push_back(decibels(verdict.level_dbm));
  if (verdict.status == coverage::Status::kUnknown) {
    row.emplace_back();
  } else {
    row.push_back(ratio(verdict.probability));
  }
  row.push_back(ratio(verdict.share));
  row.push_back(std::string(name_of(verdict.status)));
  row.push_back(cell_id(network, verdict.best_cell));
}

std::string_view note_of(const HamletVerdict& verdict, const Wording& words) {
  if (verdict.status == coverage::Status::kUnknown) return words.off_terrain;
  return verdict.only_by_gap_paths ? words.only_by_gap_paths : std::string_view();
}

void add_summary(const HamletVerdict& verdict, const Wording& words, Row& row) {
  row.push_back(std::string(name_of(verdict.status)));
  row.push_back(ratio(verdict.share));
  row.push_back(std::string(name_of(verdict.status_any_technology)));
  row.push_back(std::int64_t{verdict.centre_covered});
  row.push_back(ratio(verdict.terrain_gap));
  row.push_back(text_or_nothing(note_of(verdict, words)));
}

}  // namespace

gis::OutputTable hamlet_table(const RunData& run) {
  const network::Network& network = run.network();
  const Wording& words = wording(run.scenario.options.report.language);
  const std::vector<gis::Column> ours = verdict_columns(run.coverage.technologies);
  const std::vector<gis::Column> inputs = input_columns(network, ours);
  gis::OutputTable table{.name = "hamlets", .columns = inputs, .rows = {}};
  table.columns.insert(table.columns.end(), ours.begin(), ours.end());
  for (std::size_t h = 0; h < network.hamlets.size(); ++h) {
    const HamletVerdict& verdict = run.coverage.verdicts[run.main_operator()][h];
    Row row;
    for (std::size_t i = 0; i < inputs.size(); ++i)
      row.push_back(value_used(network.hamlets[h], network.hamlet_columns[i].name, i, inputs[i].type));
    for (const network::Technology technology : run.coverage.technologies)
      add_verdict(network, verdict.by_technology[technology], row);
    add_summary(verdict, words, row);
    table.rows.push_back(std::move(row));
  }
  return table;
}

gis::OutputTable hamlet_by_operator_table(const RunData& run) {
  gis::OutputTable table{.name = "hamlets_by_operator",
                         .columns = {{"hamlet_id", ColumnType::kText},
                                     {"operator", ColumnType::kText},
                                     {"technology", ColumnType::kText},
                                     {"level_dbm", ColumnType::kReal},
                                     {"probability", ColumnType::kReal},
                                     {"share", ColumnType::kReal},
                                     {"status", ColumnType::kText},
                                     {"best_cell", ColumnType::kText}},
                         .rows = {}};
  for (std::size_t h = 0; h < run.network().hamlets.size(); ++h) {
    for (std::size_t i = 0; i < run.coverage.operators.size(); ++i) {
      for (const network::Technology technology : run.coverage.technologies) {
        Row row = {run.network().hamlets[h].hamlet_id, run.coverage.operators[i], std::string(name_of(technology))};
        add_verdict(run.network(), run.coverage.verdicts[i][h].by_technology[technology], row);
        table.rows.push_back(std::move(row));
      }
    }
  }
  return table;
}

}  // namespace phusong::report

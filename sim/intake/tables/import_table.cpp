#include "sim/intake/tables/import_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "gis/cell_text.h"
#include "gis/text.h"
#include "sim/intake/tables/carrier_values.h"
#include "sim/intake/tables/check_rows.h"
#include "sim/intake/tables/identifiers.h"
#include "sim/intake/tables/number_value.h"
#include "sim/intake/tables/position_values.h"
#include "sim/intake/tables/same_rows.h"
#include "sim/intake/tables/sector_rows.h"
#include "sim/intake/tables/technology_headers.h"
#include "sim/intake/tables/technology_rows.h"
#include "sim/intake/tables/tilt_values.h"
#include "sim/intake/tables/word_value.h"
#include "sim/scenario/nearest.h"

namespace phusong::intake {
namespace {

/// Rows that a reader left out become drafts that are refused; other problems are the file's.
std::vector<Draft> unreadable_rows(const gis::Problems& problems, std::size_t carried, gis::Problems& of_file) {
  std::vector<Draft> drafts;
  for (const gis::Problem& problem : problems.all()) {
    if (!problem.of_row_alone || !problem.line) {
      of_file.add(problem);
      continue;
    }
    Draft& draft = drafts.emplace_back(*problem.line);
    draft.carried.resize(carried);
    const std::string where = problem.value.empty() ? "" : problem.value + ": ";
    draft.refuse(problem.key, Reason::kUnreadable, {where + problem.message});
  }
  return drafts;
}

/// write_csv() puts an apostrophe before what a spreadsheet would run; a table that it wrote comes back without it.
std::string without_guard(const std::string& text) {
  const bool is_guarded = text.starts_with('\'') && gis::runs_as_formula(text);
  return is_guarded ? text.substr(1) : text;
}

void check_defaults(const ImportOptions& options, const TargetTable& targets, gis::Problems& problems) {
  for (const auto& [name, value] : options.defaults) {
    if (targets.column(name) != nullptr) continue;
    std::vector<std::string> names;
    for (const scenario::Column& column : targets.columns())
      names.push_back(column.name);
    const auto near = scenario::nearest(name, names);
    problems.add(
        {.kind = gis::ProblemKind::kScenario,
         .file = options.file,
         .key = "--default",
         .value = fmt::format("{}={}", name, value),
         .message = fmt::format("there is no such column{}", near ? fmt::format("; did you mean {}?", *near) : ""),
         .allowed = scenario::joined(names)});
  }
}

/// Turns the rows of one source into drafts.
class DraftMaker {
 public:
  DraftMaker(const ImportOptions& options, const TargetTable& targets, const gis::Table& table,
             const std::vector<MatchedColumn>& columns)
      : options_(options),
        targets_(targets),
        columns_(columns),
        marks_(table.marks),
        positions_(options, marks_of(table), table.crs) {
    marks_.comma_allowed = true;  // a comma that separated the fields is not in them
  }

  std::vector<Draft> drafts_of(const gis::TableRow& row) {
    Draft draft = draft_of(row, columns_);
    for (std::string& text : draft.carried)
      text = without_guard(text);
    for (auto& [target, value] : draft.values)
      value.text = without_guard(value.text);
    for (const auto& [column, value] : options_.defaults)
      if (!draft.has(column)) draft.change(column, value, Reason::kDefault);
    if (targets_.column("lon_deg") != nullptr) positions_.place(draft);
    std::vector<Draft> rows =
        targets_.kind() == ImportKind::kCells ? rows_of_cells(std::move(draft)) : std::vector{std::move(draft)};
    for (Draft& made : rows)
      tidy(made);
    // Where one carrier shows that the order in the row is another, none is what it seems.
    const auto wrong = std::ranges::find_if(rows, has_wrong_carrier);
    if (wrong != rows.end()) return {*wrong};
    return rows;
  }

 private:
  const ImportOptions& options_;
  const TargetTable& targets_;
  const std::vector<MatchedColumn>& columns_;
  gis::NumberMarks marks_;
  PositionValues positions_;

  static gis::NumberMarks marks_of(const gis::Table& table) {
    gis::NumberMarks marks = table.marks;
    marks.comma_allowed = true;
    return marks;
  }

  /// A row a carrier and sector.
  std::vector<Draft> rows_of_cells(Draft draft) const {
    const auto values = draft.values;
    std::vector<Draft> rows;
    for (Draft& carrier : technology_rows(std::move(draft))) {
      for (Draft& sector : sector_rows(std::move(carrier)))
        rows.push_back(std::move(sector));
    }
    for (Draft& row : rows) {
      carry_own_values(row, values);
      take_tilt(row);
      take_resource_blocks(row);
      take_port_power(row);
    }
    return rows;
  }

  /// A list that was taken apart is carried through as the entry of the row.
  void carry_own_values(Draft& row, const DraftValues& before) const {
    std::size_t carried = 0;
    for (const MatchedColumn& column : columns_) {
      if (column.carried.empty()) continue;
      std::string& text = row.carried[carried++];
      const auto found = before.find(column.target);
      const bool is_of_all = column.target == target_of_all(column.target);
      if (found != before.end() && is_of_all && found->second.text != row.text(column.target))
        text = row.text(column.target);
    }
  }

  void tidy(Draft& draft) {
    for (const scenario::Column& column : targets_.columns()) {
      const bool is_placed = column.name == "lon_deg" || column.name == "lat_deg";
      if (is_number_column(column) && !is_placed) tidy_number(draft, column, marks_);
      tidy_word(draft, column);
    }
    if (targets_.kind() == ImportKind::kCells) take_carrier(draft);
  }
};

/// A value as the table has it: a number with the decimals that it is written with, or a text.
gis::CellValue cell_value(const std::string& text, bool is_number) {
  const auto value = is_number ? plain_value(text) : std::nullopt;
  if (!value) return text.empty() ? gis::CellValue{} : gis::CellValue{text};
  const bool has_exponent = text.find_first_of("eE") != std::string::npos;
  const std::string plain = has_exponent ? gis::plain_text(*value) : text;
  const std::size_t point = plain.find('.');
  constexpr std::size_t kMostDecimals = 17;
  const std::size_t decimals = point == std::string::npos ? 0 : std::min(plain.size() - point - 1, kMostDecimals);
  return gis::Number{*value, static_cast<int>(decimals)};
}

gis::OutputTable output_table(const ImportedTable& imported, const TargetTable& targets) {
  gis::OutputTable table{.name = std::string(name_of(targets.kind())), .columns = {}, .rows = {}};
  std::vector<const scenario::Column*> used;
  for (const scenario::Column& column : targets.columns()) {
    const auto has_it = [&](const Draft& draft) { return !draft.is_refused() && draft.has(column.name); };
    if (std::ranges::none_of(imported.drafts, has_it)) continue;
    used.push_back(&column);
    const bool is_number = is_number_column(column);
    table.columns.push_back({column.name, is_number ? gis::ColumnType::kReal : gis::ColumnType::kText});
  }
  for (const MatchedColumn& column : imported.columns)
    if (!column.carried.empty()) table.columns.push_back({column.carried, gis::ColumnType::kText});
  for (const Draft& draft : imported.drafts) {
    if (draft.is_refused()) continue;
    std::vector<gis::CellValue>& row = table.rows.emplace_back();
    for (const scenario::Column* const column : used)
      row.push_back(cell_value(draft.text(column->name), is_number_column(*column)));
    for (const std::string& text : draft.carried)
      row.push_back(cell_value(text, false));
  }
  return table;
}

void count_rows(ImportedTable& imported) {
  std::set<long> refused, changed;
  for (const Draft& draft : imported.drafts) {
    if (draft.is_refused()) {
      refused.insert(draft.row());
    } else {
      ++imported.rows_written;
      if (!draft.changes().empty()) changed.insert(draft.row());
    }
  }
  imported.rows_refused = refused.size();
  imported.rows_changed = changed.size();
}

}  // namespace

ImportedTable import_table(const ImportOptions& options) {
  const TargetTable targets(options.kind);
  gis::Problems of_reader, problems;
  check_defaults(options, targets, problems);
  const gis::Table table = gis::read_table(
      options.file, gis::TableRequest{.wish = wish_for(targets, options), .sheet = options.sheet}, of_reader);
  ImportedTable imported{.source = table.file, .id_column = std::string(targets.id_column())};
  if (!table.columns.empty()) imported.columns = match_columns(table, targets, options, problems);
  const auto carried = static_cast<std::size_t>(
      std::ranges::count_if(imported.columns, [](const MatchedColumn& column) { return !column.carried.empty(); }));
  imported.drafts = unreadable_rows(of_reader, carried, problems);
  problems.throw_if_any();
  imported.rows_read = table.rows.size() + imported.drafts.size();
  DraftMaker maker(options, targets, table, imported.columns);
  for (const gis::TableRow& row : table.rows) {
    for (Draft& draft : maker.drafts_of(row))
      imported.drafts.push_back(std::move(draft));
  }
  std::ranges::stable_sort(imported.drafts, {}, &Draft::row);
  make_identifiers(imported.drafts, options.kind);
  if (targets.column("lon_deg") != nullptr) compare_positions(imported.drafts, options.anywhere);
  check_rows(imported.drafts, targets, table.file, problems);
  problems.throw_if_any();
  refuse_same_rows(imported.drafts, targets, options.duplicate_distance_m);
  imported.table = output_table(imported, targets);
  count_rows(imported);
  return imported;
}

}  // namespace phusong::intake

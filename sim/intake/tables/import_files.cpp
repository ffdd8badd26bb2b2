#include "sim/intake/tables/import_files.h"

#include <algorithm>

#include "gis/cell_text.h"
#include "gis/output_file.h"
#include "gis/problem.h"
#include "gis/written_csv.h"

namespace phusong::intake {
namespace {

namespace fs = std::filesystem;

const std::vector<gis::Column>& list_columns() {
  using gis::ColumnType;
  static const std::vector<gis::Column> kColumns = {
      {"table", ColumnType::kText},  {"row", ColumnType::kInteger}, {"action", ColumnType::kText},
      {"id", ColumnType::kText},     {"column", ColumnType::kText}, {"source_column", ColumnType::kText},
      {"before", ColumnType::kText}, {"after", ColumnType::kText},  {"reason", ColumnType::kText}};
  return kColumns;
}

using Row = std::vector<gis::CellValue>;

gis::CellValue text_value(const std::string& text) {
  return text.empty() ? gis::CellValue{} : gis::CellValue{text};
}

std::vector<Row> rows_of(const ImportedTable& imported, const std::string& table, std::string_view language) {
  std::vector<Row> rows;
  for (const Draft& draft : imported.drafts) {
    for (const Change& change : draft.changes()) {
      // Of a row that is refused only that is told.
      if (draft.is_refused() != is_refusal(change.reason)) continue;
      rows.push_back({text_value(table), std::int64_t{draft.row()},
                      std::string(draft.is_refused() ? "refused" : "changed"),
                      text_value(draft.text(imported.id_column)), text_value(change.column), text_value(change.header),
                      text_value(change.before), text_value(change.after),
                      reason_text(change.reason, change.arguments, language)});
    }
  }
  return rows;
}

/// The rows of other tables in a list that is there.
std::vector<Row> rows_of_others(const fs::path& list, const std::string& table) {
  if (!fs::exists(list)) return {};
  const gis::OutputTable stored = gis::read_written_csv(list, gis::CsvStyle::kComma);
  if (!std::ranges::equal(stored.columns, list_columns(), {}, &gis::Column::name, &gis::Column::name))
    gis::fail(list.string(), "is no list of an import: move it away");
  std::vector<Row> rows = stored.rows;
  std::erase_if(rows, [&table](const Row& row) { return gis::text_of(row.front()) == table; });
  return rows;
}

}  // namespace

fs::path import_list_of(const fs::path& output) {
  return output.parent_path() / "import.csv";
}

void write_import(const ImportedTable& imported, const fs::path& output, std::string_view language) {
  const std::string name = output.filename().string();
  const fs::path list = import_list_of(output);
  gis::OutputTable table{.name = "import", .columns = list_columns(), .rows = rows_of_others(list, name)};
  for (Row& row : rows_of(imported, name, language))
    table.rows.push_back(std::move(row));
  std::ranges::stable_sort(table.rows, {}, [](const Row& row) { return gis::text_of(row.front()); });
  if (!output.parent_path().empty()) gis::make_folder(output.parent_path());
  gis::write_csv(list, table, gis::CsvStyle::kComma);
  if (!imported.table.rows.empty()) gis::write_csv(output, imported.table, gis::CsvStyle::kComma);
}

}  // namespace phusong::intake

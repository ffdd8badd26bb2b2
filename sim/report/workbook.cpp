#include "sim/report/workbook.h"

#include <algorithm>
#include <cstdint>

#include "gis/workbook/xlsx_writer.h"
#include "sim/report/workbook_wording.h"

namespace phusong::report {
namespace {

using gis::CellValue;
using gis::ColumnType;

gis::OutputTable contents_table(std::string_view language) {
  const WorkbookWording& words = workbook_wording();
  return {.name = std::string(words.contents.in(language)),
          .columns = {{std::string(words.sheet.in(language)), ColumnType::kText},
                      {std::string(words.file.in(language)), ColumnType::kText},
                      {std::string(words.rows.in(language)), ColumnType::kInteger},
                      {std::string(words.content.in(language)), ColumnType::kText}},
          .rows = {}};
}

/// A line of the contents for a table without a sheet; `reason` follows what it holds.
std::vector<CellValue> left_out_row(const WorkbookTable& table, const BothLanguages& reason,
                                    std::string_view language) {
  return {CellValue(), std::string(table.file), CellValue(),
          std::string(table.content.in(language)).append(reason.in(language))};
}

/// Writes a table into a sheet of its own; its line of the contents.
std::vector<CellValue> add_table(const StoredRun& run, const WorkbookTable& table, std::string_view language,
                                 gis::workbook::XlsxWriter& workbook) {
  if (table.is_left_out) return left_out_row(table, workbook_wording().left_out, language);
  const gis::OutputTable rows = run.table(table.file);
  if (rows.rows.size() > gis::workbook::kMostRows) return left_out_row(table, workbook_wording().too_long, language);
  const std::string name = sheet_name(table.file);
  workbook.fill(workbook.add_sheet(name), rows);
  return {name, std::string(table.file), std::int64_t{std::ssize(rows.rows)}, std::string(table.content.in(language))};
}

}  // namespace

std::string sheet_name(std::string_view file) {
  std::string name(file.substr(0, file.rfind('.')));
  std::ranges::replace(name, '/', '_');
  return name;
}

void write_workbook(const StoredRun& run, std::string_view language) {
  gis::workbook::XlsxWriter workbook(run.path_of(kWorkbookFile));
  gis::OutputTable contents = contents_table(language);
  const std::size_t first_sheet = workbook.add_sheet(contents.name);
  for (const WorkbookTable& table : workbook_tables())
    if (run.has(table.file)) contents.rows.push_back(add_table(run, table, language, workbook));
  workbook.fill(first_sheet, contents);
  workbook.finish();
}

}  // namespace phusong::report

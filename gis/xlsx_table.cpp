#include "gis/xlsx_table.h"

#include <fmt/format.h>

#include "gis/input_file.h"
#include "gis/table_choice.h"
#include "gis/table_form.h"
#include "gis/xlsx/sheet.h"

namespace phusong::gis {
namespace {

/// The header of a sheet as it would be read, whatever else is wrong with the sheet.
TableOffer offer_of(const xlsx::Package& package, const xlsx::Workbook& workbook, const xlsx::SheetEntry& sheet,
                    const TableWish& wish) {
  Problems ignored;
  std::vector<TableRow> rows = read_sheet(package, workbook, sheet, sheet.name, ignored);
  for (TableRow& row : rows)
    clean(row);
  TableOffer offer{.name = sheet.name, .is_visible = sheet.is_visible};
  if (const TableRow* const header = header_of(rows, wish)) offer.header = header->values;
  return offer;
}

}  // namespace

Table read_xlsx_table(const std::filesystem::path& path, const TableWish& wish, Problems& problems) {
  Table table{.file = path.string()};
  if (!check_input_file(path, problems)) return table;
  const xlsx::Package package(path);
  const xlsx::Workbook workbook = read_workbook(package, table.file, problems);
  if (workbook.sheets.empty()) return table;
  std::vector<TableOffer> offers;
  for (const xlsx::SheetEntry& sheet : workbook.sheets)
    offers.push_back(offer_of(package, workbook, sheet, wish));
  const std::optional<std::size_t> chosen = choose_table(offers, wish, "sheet", table.file, problems);
  if (!chosen) return table;
  const xlsx::SheetEntry& sheet = workbook.sheets[*chosen];
  table.file = fmt::format("{} (sheet {})", path.string(), sheet.name);
  form_table(read_sheet(package, workbook, sheet, table.file, problems), wish, table, problems);
  table.marks = marks_of(table);
  table.marks.comma_allowed = true;
  return table;
}

}  // namespace phusong::gis

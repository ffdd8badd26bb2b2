#include "gis/workbook/workbook_table.h"

#include <fmt/format.h>

#include "gis/table_choice.h"
#include "gis/table_form.h"

namespace phusong::gis::workbook {
namespace {

/// The header of a sheet as it would be read, whatever else is wrong with the sheet.
TableOffer offer_of(const SheetSource& sheet, const TableWish& wish) {
  Problems ignored;
  std::vector<TableRow> rows = sheet.read(sheet.name, ignored);
  for (TableRow& row : rows)
    clean(row);
  TableOffer offer{.name = sheet.name, .is_visible = sheet.is_visible};
  if (const TableRow* const header = header_of(rows, wish)) offer.header = header->values;
  return offer;
}

}  // namespace

Table read_workbook_table(const std::filesystem::path& path, const std::vector<SheetSource>& sheets,
                          const TableRequest& request, Problems& problems) {
  Table table{.file = path.string()};
  std::vector<TableOffer> offers;
  for (const SheetSource& sheet : sheets)
    offers.push_back(offer_of(sheet, request.wish));
  const std::optional<std::size_t> chosen = choose_table(offers, request, "sheet", table.file, problems);
  if (!chosen) return table;
  table.file = fmt::format("{} (sheet {})", path.string(), sheets[*chosen].name);
  form_table(sheets[*chosen].read(table.file, problems), request.wish, table, problems);
  table.marks = marks_of(table);
  table.marks.comma_allowed = true;
  return table;
}

}  // namespace phusong::gis::workbook

#include "gis/workbook/xlsx_table.h"

#include "gis/input_file.h"
#include "gis/workbook/workbook_table.h"
#include "gis/workbook/xlsx_sheet.h"

namespace phusong::gis {

Table read_xlsx_table(const std::filesystem::path& path, const TableRequest& request, Problems& problems) {
  if (!check_input_file(path, problems)) return {.file = path.string()};
  const workbook::Package package(path);
  const workbook::Workbook content = read_workbook(package, path.string(), problems);
  if (content.sheets.empty()) return {.file = path.string()};
  std::vector<workbook::SheetSource> sheets;
  for (const workbook::SheetEntry& sheet : content.sheets) {
    sheets.push_back({sheet.name, sheet.is_visible, [&](const std::string& file, Problems& of_sheet) {
                        return read_sheet(package, content, sheet, file, of_sheet);
                      }});
  }
  return read_workbook_table(path, sheets, request, problems);
}

}  // namespace phusong::gis

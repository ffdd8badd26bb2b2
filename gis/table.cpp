#include "gis/table.h"

#include "gis/csv_scan.h"
#include "gis/input_file.h"
#include "gis/ogr_table.h"
#include "gis/text.h"
#include "gis/workbook/ods_table.h"
#include "gis/workbook/xlsx_table.h"

namespace phusong::gis {
namespace {

Table read_csv(const std::filesystem::path& path, const TableRequest& request, Problems& problems) {
  if (!request.sheet.empty()) {
    problems.add({.file = path.string(), .value = request.sheet, .message = "a file of text has no sheets"});
    return {.file = path.string()};
  }
  const std::optional<std::string> text = read_input_file(path, problems);
  return text ? scan_csv(*text, path.string(), request.wish, problems) : Table{.file = path.string()};
}

}  // namespace

Table read_table(const std::filesystem::path& path, const TableRequest& request, Problems& problems) {
  const std::string extension = without_case(path.extension().string());
  if (extension == ".csv" || extension == ".txt" || extension == ".tsv") return read_csv(path, request, problems);
  if (extension == ".xlsx" || extension == ".xlsm") return read_xlsx_table(path, request, problems);
  if (extension == ".ods") return read_ods_table(path, request, problems);
  return read_ogr_table(path, request, problems);
}

Table read_table(const std::filesystem::path& path, const TableWish& wish, Problems& problems) {
  return read_table(path, TableRequest{.wish = wish}, problems);
}

Table read_table(const std::filesystem::path& path, Problems& problems) {
  return read_table(path, TableRequest{}, problems);
}

}  // namespace phusong::gis

#include "gis/table.h"

#include "gis/csv_scan.h"
#include "gis/input_file.h"
#include "gis/ogr_table.h"
#include "gis/text.h"
#include "gis/workbook/ods_table.h"
#include "gis/workbook/xlsx_table.h"

namespace phusong::gis {
namespace {

Table read_csv(const std::filesystem::path& path, const TableWish& wish, Problems& problems) {
  const std::optional<std::string> text = read_input_file(path, problems);
  return text ? scan_csv(*text, path.string(), wish, problems) : Table{.file = path.string()};
}

}  // namespace

Table read_table(const std::filesystem::path& path, const TableWish& wish, Problems& problems) {
  const std::string extension = without_case(path.extension().string());
  if (extension == ".csv" || extension == ".txt" || extension == ".tsv") return read_csv(path, wish, problems);
  if (extension == ".xlsx" || extension == ".xlsm") return read_xlsx_table(path, wish, problems);
  if (extension == ".ods") return read_ods_table(path, wish, problems);
  return read_ogr_table(path, wish, problems);
}

Table read_table(const std::filesystem::path& path, Problems& problems) {
  return read_table(path, {}, problems);
}

}  // namespace phusong::gis

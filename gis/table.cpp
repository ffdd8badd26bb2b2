#include "gis/table.h"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "gis/csv_scan.h"
#include "gis/input_file.h"
#include "gis/ogr_table.h"

namespace phusong::gis {
namespace {

bool is_csv(const std::filesystem::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](unsigned char c) { return std::tolower(c); });
  return extension == ".csv" || extension == ".txt";
}

Table read_csv(const std::filesystem::path& path, Problems& problems) {
  Table table{.file = path.string()};
  const std::optional<std::string> text = read_input_file(path, problems);
  if (!text) return table;
  CsvContent content = scan_csv(*text, table.file, problems);
  table.columns = std::move(content.columns);
  for (CsvRecord& record : content.rows)
    table.rows.push_back({.row = record.line, .values = std::move(record.fields)});
  return table;
}

}  // namespace

Table read_table(const std::filesystem::path& path, Problems& problems) {
  return is_csv(path) ? read_csv(path, problems) : read_ogr_table(path, problems);
}

}  // namespace phusong::gis

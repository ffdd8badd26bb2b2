#include <algorithm>
#include <charconv>
#include <cmath>

#include "gis/cell_text.h"
#include "gis/output_file.h"
#include "gis/vector_writer.h"

namespace phusong::gis {
namespace {

std::string guarded(const std::string& text) {
  return runs_as_formula(text) ? "'" + text : text;
}

/// RFC 4180; blanks at the ends are quoted too, so that no reader trims them, and text that looks like a number, so
/// that read_written_csv() knows it for text.
std::string quoted(const std::string& text) {
  const bool has_outer_blank = !text.empty() && (text.front() == ' ' || text.back() == ' ' || text.back() == '\t');
  const bool is_plain = text.find_first_of(",;\"\n\r") == std::string::npos;
  if (!has_outer_blank && is_plain && !is_plain_number(text)) return text;
  std::string result = "\"";
  for (const char c : text)
    result += c == '"' ? "\"\"" : std::string(1, c);
  return result + "\"";
}

std::string field_of(const CellValue& value, CsvStyle style) {
  if (const auto* const text = std::get_if<std::string>(&value)) return quoted(guarded(*text));
  std::string number = text_of(value);
  if (style == CsvStyle::kSemicolon) std::replace(number.begin(), number.end(), '.', ',');
  return number;
}

void append_row(const std::vector<CellValue>& row, CsvStyle style, std::string& content) {
  const char* const separator = style == CsvStyle::kComma ? "," : ";";
  for (std::size_t i = 0; i < row.size(); ++i)
    content += (i == 0 ? "" : separator) + field_of(row[i], style);
  content += '\n';
}

}  // namespace

void write_csv(const std::filesystem::path& path, const std::vector<Column>& columns, CsvStyle style,
               const NextRow& next_row) {
  constexpr std::size_t kBlockBytes = 1 << 20;
  TextOutput output(path);
  std::string content = "\xEF\xBB\xBF";
  std::vector<CellValue> names;
  for (const Column& column : columns)
    names.emplace_back(column.name);
  append_row(names, style, content);
  for (std::vector<CellValue> row; next_row(row);) {
    append_row(row, style, content);
    if (content.size() < kBlockBytes) continue;
    output.write(content);
    content.clear();
  }
  output.write(content);
  output.finish();
}

void write_csv(const std::filesystem::path& path, const OutputTable& table, CsvStyle style) {
  auto next = table.rows.begin();
  write_csv(path, table.columns, style, [&](std::vector<CellValue>& row) {
    if (next == table.rows.end()) return false;
    row = *next++;
    return true;
  });
}

}  // namespace phusong::gis

#include "gis/csv_scan.h"

#include <cpl_string.h>
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "gis/csv_dialect.h"
#include "gis/csv_records.h"
#include "gis/other_content.h"
#include "gis/table_form.h"
#include "gis/utf16.h"

namespace phusong::gis {
namespace {

bool is_text(const std::string& field) {
  return field.find('\0') == std::string::npos && CPLIsUTF8(field.c_str(), static_cast<int>(field.size())) != 0;
}

/// Remembers the lines whose text is not UTF-8, to say it once.
class OtherText {
 public:
  void add(long line) {
    if (count_++ == 0) first_line_ = line;
  }
  bool any() const { return count_ > 0; }
  Problem problem(const std::string& file, std::string_view text) const {
    return {
        .file = file,
        .line = first_line_,
        .message = fmt::format("{} UTF-8{}; {}: save it as UTF-8",
                               count_ == 1 ? "this line is not" : fmt::format("{} lines are not", count_),
                               count_ == 1 ? "" : fmt::format(", the first is {}", first_line_), encoding_of(text))};
  }

 private:
  long count_ = 0, first_line_ = 0;
};

/// The rows of a file that could be taken apart.
struct Rows {
  std::vector<TableRow> rows;
  bool has_first = true;  ///< the first row, which would be the header, is among them
};

Rows read_rows(const CsvDialect& dialect, const std::string& file, Problems& problems) {
  CsvRecordReader reader(dialect.text, dialect.separator);
  Rows result;
  OtherText other_text;
  while (std::optional<CsvRecord> record = reader.next()) {
    const long line = record->line + dialect.first_line - 1;
    const bool good_text = std::all_of(record->fields.begin(), record->fields.end(), is_text);
    if (!good_text) other_text.add(line);
    if (!reader.fault().empty()) problems.add({.file = file, .line = line, .message = reader.fault()});
    if (good_text && reader.fault().empty()) {
      result.rows.push_back({.row = line, .values = std::move(record->fields)});
    } else if (result.rows.empty()) {
      result.has_first = false;
    }
  }
  if (other_text.any()) problems.add(other_text.problem(file, dialect.text));
  return result;
}

}  // namespace

Table scan_csv(std::string_view text, const std::string& file, const TableWish& wish, Problems& problems) {
  Table table{.file = file};
  if (is_utf16(text)) {
    problems.add({.file = file, .message = kUtf16Fault});
    return table;
  }
  if (const std::string_view other = other_format(text); !other.empty()) {
    problems.add({.file = file, .message = fmt::format("is no text but {}", other)});
    return table;
  }
  const CsvDialect dialect = csv_dialect(text, wish);
  if (dialect.is_stated)
    table.notes.push_back({.kind = InputNote::Kind::kSeparatorLine, .file = file, .names = {dialect.separator}});
  Rows rows = read_rows(dialect, file, problems);
  if (!rows.has_first) return table;
  const bool is_comma = dialect.separator == ',';
  form_table(std::move(rows.rows), wish, table, problems,
             is_comma ? "; a decimal comma needs ';' between the fields, and thousands are written without marks" : "");
  table.marks = marks_of(table);
  table.marks.comma_allowed = !is_comma;
  return table;
}

}  // namespace phusong::gis

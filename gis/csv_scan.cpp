#include "gis/csv_scan.h"

#include <cpl_string.h>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <set>

namespace phusong::gis {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Cuts the text into records; knows quotes and lines, not what the fields mean.
class RecordReader {
 public:
  RecordReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  /// The next record that is not an empty line; nothing at the end.
  std::optional<CsvRecord> next();
  /// What is wrong with the record read last; empty when nothing is.
  const std::string& fault() const { return fault_; }

 private:
  bool at_end() const { return position_ >= text_.size(); }
  bool at_line_end() const { return at_end() || text_[position_] == '\n' || text_[position_] == '\r'; }
  void skip_line_end();
  std::string read_field();
  std::string read_quoted();
  std::string read_plain();

  std::string_view text_;
  char separator_;
  std::size_t position_ = 0;
  long line_ = 1;
  std::string fault_;
};

void RecordReader::skip_line_end() {
  if (at_end()) return;
  const bool is_crlf = text_.substr(position_, 2) == "\r\n";
  position_ += is_crlf ? 2 : 1;
  ++line_;
}

std::optional<CsvRecord> RecordReader::next() {
  while (!at_end() && at_line_end())
    skip_line_end();
  if (at_end()) return std::nullopt;
  fault_.clear();
  CsvRecord record{.line = line_, .fields = {read_field()}};
  while (!at_end() && text_[position_] == separator_) {
    ++position_;
    record.fields.push_back(read_field());
  }
  skip_line_end();
  return record;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string RecordReader::read_field() {
  const std::size_t start = position_;
  while (!at_end() && (text_[position_] == ' ' || text_[position_] == '\t'))
    ++position_;
  if (!at_end() && text_[position_] == '"') return read_quoted();
  position_ = start;
  return read_plain();
}

std::string RecordReader::read_plain() {
  const std::size_t start = position_;
  while (!at_line_end() && text_[position_] != separator_)
    ++position_;
  const std::string_view field = trimmed(text_.substr(start, position_ - start));
  if (field.find('"') != std::string_view::npos) fault_ = "a quote inside a field that is not quoted";
  return std::string(field);
}

std::string RecordReader::read_quoted() {
  std::string field;
  for (++position_; !at_end(); ++position_) {
    const char c = text_[position_];
    if (c == '"') {
      const bool is_doubled = position_ + 1 < text_.size() && text_[position_ + 1] == '"';
      if (!is_doubled) break;
      ++position_;
    }
    if (c == '\n' || (c == '\r' && text_.substr(position_, 2) != "\r\n")) ++line_;
    field += c;
  }
  if (at_end()) {
    fault_ = "a quote is opened and never closed";
    return field;
  }
  ++position_;
  if (!trimmed(read_plain()).empty()) fault_ = "text after a closing quote";
  return field;
}

/// The one of "," and ";" that the header has more of, outside quotes.
char separator_of(std::string_view text) {
  long commas = 0;
  long semicolons = 0;
  bool in_quotes = false;
  for (const char c : text) {
    if (c == '"') in_quotes = !in_quotes;
    if (in_quotes) continue;
    if (c == '\n' || c == '\r') break;
    commas += c == ',';
    semicolons += c == ';';
  }
  return semicolons > commas ? ';' : ',';
}

/// "-12,5" with nothing around it.
bool is_decimal_comma_number(std::string_view field) {
  if (!field.empty() && (field[0] == '-' || field[0] == '+')) field.remove_prefix(1);
  const std::size_t comma = field.find(',');
  if (comma == std::string_view::npos || comma + 1 == field.size()) return false;
  const auto is_digit = [](unsigned char c) { return std::isdigit(c) != 0; };
  const std::string_view decimals = field.substr(comma + 1);
  return std::all_of(field.begin(), field.begin() + static_cast<std::ptrdiff_t>(comma), is_digit) &&
         std::all_of(decimals.begin(), decimals.end(), is_digit);
}

void put_decimal_points(CsvRecord& record) {
  for (std::string& field : record.fields)
    if (is_decimal_comma_number(field)) std::replace(field.begin(), field.end(), ',', '.');
}

bool is_utf8(const std::string& text) {
  return CPLIsUTF8(text.c_str(), static_cast<int>(text.size())) != 0;
}

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

/// What is wrong with a record of `column_count` columns; empty when nothing is.
std::string fault_of(const CsvRecord& record, std::size_t column_count, char separator) {
  for (const std::string& field : record.fields) {
    if (field.find('\0') != std::string::npos) return "a zero byte: not a text file";
    if (!is_utf8(field)) return "not UTF-8";
  }
  if (record.fields.size() == column_count) return "";
  const bool perhaps_comma = separator == ',' && record.fields.size() > column_count;
  return fmt::format("{} fields where the header has {}{}", record.fields.size(), column_count,
                     perhaps_comma ? "; a decimal comma needs ';' between the fields" : "");
}

void check_columns(const CsvContent& content, const std::string& file, Problems& problems) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < content.columns.size(); ++i) {
    const std::string& column = content.columns[i];
    if (column.empty())
      problems.add({.file = file, .line = 1, .message = fmt::format("column {} has no name", i + 1)});
    else if (!seen.insert(lower_case(column)).second)
      problems.add({.file = file, .line = 1, .key = column, .message = "the column is there twice"});
  }
}

}  // namespace

CsvContent scan_csv(std::string_view text, const std::string& file, Problems& problems) {
  if (text.substr(0, 2) == "\xFF\xFE" || text.substr(0, 2) == "\xFE\xFF") {
    problems.add({.file = file, .message = "is UTF-16, not UTF-8"});
    return {};
  }
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) text.remove_prefix(kByteOrderMark.size());
  const char separator = separator_of(text);
  RecordReader reader(text, separator);
  CsvContent content;
  bool is_header = true;
  while (std::optional<CsvRecord> record = reader.next()) {
    const std::size_t column_count = is_header ? record->fields.size() : content.columns.size();
    const std::string fault = reader.fault().empty() ? fault_of(*record, column_count, separator) : reader.fault();
    if (!fault.empty()) problems.add({.file = file, .line = record->line, .message = fault});
    if (is_header) {
      content.columns = std::move(record->fields);
      check_columns(content, file, problems);
      is_header = false;
    } else if (fault.empty()) {
      if (separator == ';') put_decimal_points(*record);
      content.rows.push_back(std::move(*record));
    }
  }
  if (is_header) problems.add({.file = file, .message = "is empty"});
  return content;
}

}  // namespace phusong::gis

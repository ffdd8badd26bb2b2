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

/// The one of "," and ";" that the header has more of, outside quotes.
char separator_of(std::string_view text) {
  long commas = 0;
  long semicolons = 0;
  bool in_quotes = false;
  text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
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

bool is_text(const std::string& field) {
  return field.find('\0') == std::string::npos && CPLIsUTF8(field.c_str(), static_cast<int>(field.size())) != 0;
}

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

/// What is wrong with a record under these columns; empty when nothing is.
std::string fault_of(const CsvRecord& record, const std::vector<std::string>& columns, char separator) {
  if (!std::all_of(record.fields.begin(), record.fields.end(), is_text)) return "not UTF-8 text";
  if (record.fields == columns) return "the header again";
  const std::size_t count = record.fields.size();
  if (count == columns.size()) return "";
  const bool perhaps_comma = separator == ',' && count > columns.size();
  return fmt::format("{} field{} where the header has {}{}", count, count == 1 ? "" : "s", columns.size(),
                     perhaps_comma ? "; a decimal comma needs ';' between the fields" : "");
}

void check_header(const std::vector<std::string>& columns, const std::string& fault, const std::string& file,
                  Problems& problems) {
  if (!fault.empty()) problems.add({.file = file, .line = 1, .message = fault});
  std::set<std::string> seen;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].empty()) {
      problems.add({.file = file, .line = 1, .message = fmt::format("column {} has no name", i + 1)});
    } else if (!is_text(columns[i])) {
      problems.add({.file = file, .line = 1, .message = fmt::format("the name of column {} is not UTF-8", i + 1)});
    } else if (!seen.insert(lower_case(columns[i])).second) {
      problems.add({.file = file, .line = 1, .key = columns[i], .message = "the column is there twice"});
    }
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
  CsvRecordReader reader(text, separator);
  CsvContent content;
  std::optional<CsvRecord> record = reader.next();
  if (!record) {
    problems.add({.file = file, .message = "is empty"});
    return content;
  }
  content.columns = std::move(record->fields);
  check_header(content.columns, reader.fault(), file, problems);
  while ((record = reader.next())) {
    const std::string fault = reader.fault().empty() ? fault_of(*record, content.columns, separator) : reader.fault();
    if (!fault.empty()) {
      problems.add({.file = file, .line = record->line, .message = fault});
      continue;
    }
    if (separator == ';') put_decimal_points(*record);
    content.rows.push_back(std::move(*record));
  }
  return content;
}

}  // namespace phusong::gis

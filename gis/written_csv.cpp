#include "gis/written_csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "gis/cell_text.h"
#include "gis/csv_records.h"
#include "gis/input_file.h"
#include "gis/problem.h"

namespace phusong::gis {
namespace {

constexpr std::string_view kWrittenMark = "\xEF\xBB\xBF";
/// A double has no more digits than that for sure.
constexpr std::size_t kMostDigits = 15;

bool are_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// The number that `text_of` would write so; nothing for any other text, such as 007, 1e3 or +84.
CellValue number_of(std::string_view text, char decimal_mark) {
  const bool is_negative = text.starts_with('-');
  const std::string_view digits = text.substr(is_negative ? 1 : 0);
  const std::size_t mark = digits.find(decimal_mark);
  const bool is_whole = mark == std::string_view::npos;
  const std::string_view whole = digits.substr(0, mark);
  const std::string_view decimals = is_whole ? std::string_view() : digits.substr(mark + 1);
  if (!are_digits(whole) || (whole.size() > 1 && whole.front() == '0')) return {};
  if (whole.size() + decimals.size() > kMostDigits || (!is_whole && !are_digits(decimals))) return {};
  std::string plain(text);
  std::ranges::replace(plain, decimal_mark, '.');
  if (is_whole) {
    std::int64_t value = 0;
    std::from_chars(plain.data(), plain.data() + plain.size(), value);
    return value;
  }
  double value = 0.0;
  std::from_chars(plain.data(), plain.data() + plain.size(), value);
  return Number{value, static_cast<int>(decimals.size())};
}

CellValue value_of(std::string& field, bool is_quoted, char decimal_mark) {
  if (field.empty()) return {};
  if (field.starts_with('\'') && runs_as_formula(field)) return field.substr(1);
  CellValue number = is_quoted ? CellValue() : number_of(field, decimal_mark);
  return std::holds_alternative<std::monostate>(number) ? CellValue(std::move(field)) : number;
}

/// The type that all values of a column have: whole numbers may stand among others.
ColumnType written_type(const OutputTable& table, std::size_t column) {
  bool any = false, any_real = false;
  for (const std::vector<CellValue>& row : table.rows) {
    const CellValue& value = row[column];
    if (std::holds_alternative<std::string>(value)) return ColumnType::kText;
    any = any || !std::holds_alternative<std::monostate>(value);
    any_real = any_real || std::holds_alternative<Number>(value);
  }
  if (!any) return ColumnType::kText;
  return any_real ? ColumnType::kReal : ColumnType::kInteger;
}

}  // namespace

OutputTable read_written_csv(const std::filesystem::path& path, CsvStyle style) {
  Problems problems;
  const auto text = read_input_file(path, problems);
  problems.throw_if_any();
  std::string_view content = *text;
  if (content.starts_with(kWrittenMark)) content.remove_prefix(kWrittenMark.size());
  const bool has_commas = style == CsvStyle::kComma;
  CsvRecordReader reader(content, has_commas ? ',' : ';');
  const auto header = reader.next();
  if (!header || !reader.fault().empty()) fail(path.string(), "has no header; make the run again");
  OutputTable table{.name = path.stem().string(), .columns = {}, .rows = {}};
  for (const std::string& name : header->fields)
    table.columns.push_back({name, ColumnType::kText});
  while (auto record = reader.next()) {
    if (record->fields.size() != table.columns.size() || !reader.fault().empty())
      fail(path.string(), fmt::format("line {} is not as this program writes it; make the run again", record->line));
    std::vector<CellValue> row;
    for (std::size_t i = 0; i < record->fields.size(); ++i)
      row.push_back(value_of(record->fields[i], record->is_quoted[i], has_commas ? '.' : ','));
    table.rows.push_back(std::move(row));
  }
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    table.columns[i].type = written_type(table, i);
  return table;
}

}  // namespace phusong::gis

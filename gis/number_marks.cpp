#include "gis/number_marks.h"

#include <algorithm>
#include <charconv>

#include "gis/table.h"

namespace phusong::gis {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// "1.234.567" with `mark` for the point; a group of thousands does not begin with a zero.
bool is_grouped(std::string_view text, char mark) {
  const std::size_t first = text.find(mark);
  if (first == std::string_view::npos || first == 0 || first > 3 || text[0] == '0') return false;
  if (!all_digits(text.substr(0, first))) return false;
  for (text.remove_prefix(first); !text.empty(); text.remove_prefix(4))
    if (text.size() < 4 || text[0] != mark || !all_digits(text.substr(1, 3))) return false;
  return true;
}

/// Digits around one `mark`; those before it may be missing.
bool is_decimal(std::string_view text, char mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string_view::npos || !all_digits(text.substr(at + 1))) return false;
  return at == 0 || all_digits(text.substr(0, at));
}

/// "1.234,5" with `mark` between the groups.
bool is_grouped_decimal(std::string_view text, char mark, char decimal_mark) {
  const std::size_t at = text.find(decimal_mark);
  return at != std::string_view::npos && is_grouped(text.substr(0, at), mark) && all_digits(text.substr(at + 1));
}

}  // namespace

NumberForm number_form(std::string_view text) {
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  if (is_grouped(text, '.')) return NumberForm::kGroupedPoint;
  if (is_grouped(text, ',')) return NumberForm::kGroupedComma;
  if (is_decimal(text, '.')) return NumberForm::kPoint;
  if (is_decimal(text, ',')) return NumberForm::kComma;
  if (is_grouped_decimal(text, '.', ',')) return NumberForm::kGroupedPointComma;
  if (is_grouped_decimal(text, ',', '.')) return NumberForm::kGroupedCommaPoint;
  return NumberForm::kOther;
}

NumberMarks marks_of(const Table& table) {
  NumberMarks marks;
  for (const TableRow& row : table.rows) {
    for (std::size_t i = 0; i < row.values.size(); ++i) {
      if (is_number(row.kind_of(i))) continue;
      const NumberForm form = number_form(row.values[i]);
      marks.comma_seen = marks.comma_seen || form == NumberForm::kComma || form == NumberForm::kGroupedPointComma;
      marks.point_seen = marks.point_seen || form == NumberForm::kPoint || form == NumberForm::kGroupedCommaPoint;
    }
  }
  return marks;
}

std::string with_decimal_point(std::string text) {
  const NumberForm form = number_form(text);
  if (form != NumberForm::kComma && form != NumberForm::kGroupedPointComma) return text;
  std::erase(text, '.');
  std::replace(text.begin(), text.end(), ',', '.');
  return text;
}

bool looks_like_number(std::string_view text) {
  if (number_form(text) != NumberForm::kOther) return true;
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace phusong::gis

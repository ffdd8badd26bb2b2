#include "sim/scenario/number_text.h"

#include <algorithm>
#include <charconv>

namespace phusong::scenario {
namespace {

using gis::NumberForm;

std::string without(std::string text, char mark) {
  std::erase(text, mark);
  return text;
}

std::string with_point(std::string text) {
  std::ranges::replace(text, ',', '.');
  return text;
}

double value_of(std::string_view digits) {
  if (digits.starts_with('+')) digits.remove_prefix(1);
  double value = 0.0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

Rejection ambiguous(const NumberField& field, char mark) {
  const std::string thousands = without(field.text, mark);
  const bool is_decimal = std::ranges::count(field.text, mark) == 1;
  return {"is ambiguous: " + thousands + (is_decimal ? ", or a number with three decimals" : "") +
              ", as no other number of the table shows what its points and commas are",
          "'" + thousands + "'" + (is_decimal && !field.is_whole ? ", or other than three decimals" : "")};
}

/// Only the reading without thousands is in range.
bool is_too_large_in_thousands(const NumberField& field, char mark) {
  return std::ranges::count(field.text, mark) == 1 && !field.is_whole &&
         !field.limit.holds(value_of(without(field.text, mark)));
}

std::variant<std::string, Rejection> grouped_by_points(const NumberField& field) {
  if (field.marks.comma_seen) return without(field.text, '.');
  if (is_too_large_in_thousands(field, '.')) return field.text;
  return ambiguous(field, '.');
}

std::variant<std::string, Rejection> grouped_by_commas(const NumberField& field) {
  const bool points_are_decimal = field.marks.point_seen && !field.marks.comma_seen;
  const bool is_decimal = std::ranges::count(field.text, ',') == 1;
  if (field.is_whole || !is_decimal) {
    if (points_are_decimal) return without(field.text, ',');
    return ambiguous(field, ',');
  }
  // A decimal comma is the rule in such a table; a table of decimal points shows another.
  if (points_are_decimal && !is_too_large_in_thousands(field, ',')) return ambiguous(field, ',');
  return with_point(field.text);
}

}  // namespace

std::variant<std::string, Rejection> plain_number(const NumberField& field) {
  if (gis::is_number(field.kind) || !field.marks.comma_allowed) return field.text;
  switch (gis::number_form(field.text)) {
    case NumberForm::kComma:
    case NumberForm::kGroupedPointComma:
      return gis::with_decimal_point(field.text);
    case NumberForm::kGroupedCommaPoint:
      return without(field.text, ',');
    case NumberForm::kGroupedPoint:
      return grouped_by_points(field);
    case NumberForm::kGroupedComma:
      return grouped_by_commas(field);
    case NumberForm::kOther:
    case NumberForm::kPoint:
      break;
  }
  return field.text;
}

std::string carried_text(const std::string& text, gis::CellKind kind, const gis::NumberMarks& marks) {
  return gis::is_number(kind) || !marks.comma_allowed ? text : gis::with_decimal_point(text);
}

}  // namespace phusong::scenario

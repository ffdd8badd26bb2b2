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

/// The same words for each row, so that they can be said once for all.
Rejection ambiguous() {
  return {
      "is ambiguous: thousands, or three decimals? No other number of the table shows what its points and commas are",
      "no marks between thousands, and other than three decimals"};
}

/// Only the reading without thousands is in range.
bool is_too_large_in_thousands(const NumberField& field, char mark) {
  return std::ranges::count(field.text, mark) == 1 && !field.is_whole &&
         !field.limit.holds(value_of(without(field.text, mark)));
}

std::variant<std::string, Rejection> grouped_by_points(const NumberField& field) {
  // A table with decimal commas and decimal points shows neither.
  if (field.marks.comma_seen && !field.marks.point_seen) return without(field.text, '.');
  if (is_too_large_in_thousands(field, '.')) return field.text;
  return ambiguous();
}

std::variant<std::string, Rejection> grouped_by_commas(const NumberField& field) {
  const bool points_are_decimal = field.marks.point_seen && !field.marks.comma_seen;
  const bool is_decimal = std::ranges::count(field.text, ',') == 1;
  if (field.is_whole || !is_decimal) {
    if (points_are_decimal) return without(field.text, ',');
    return ambiguous();
  }
  // A decimal comma is the rule in such a table; a table of decimal points shows another.
  if (points_are_decimal && !is_too_large_in_thousands(field, ',')) return ambiguous();
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

bool is_ambiguous(const std::string& text, gis::CellKind kind, const gis::NumberMarks& marks) {
  if (gis::is_number(kind) || !marks.comma_allowed) return false;
  const NumberForm form = gis::number_form(text);
  return form == NumberForm::kGroupedPoint || form == NumberForm::kGroupedComma;
}

std::string pass_through_text(const std::string& text, gis::CellKind kind, const gis::NumberMarks& marks) {
  return gis::is_number(kind) || !marks.comma_allowed ? text : gis::with_decimal_point(text);
}

}  // namespace phusong::scenario

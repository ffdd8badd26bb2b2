#pragma once

#include <string>
#include <string_view>

namespace phusong::gis {

struct Table;

/// How a text that could be a number is written. "Grouped" is what can be read as groups of three digits: 1.000 is one
/// with a point and three decimals, or a thousand.
enum class NumberForm {
  kOther,              ///< no number, or one without a mark: 12, 1e3
  kPoint,              ///< 12.5, 0.125: nothing but a decimal point
  kComma,              ///< 12,5, 0,125: nothing but a decimal comma
  kGroupedPoint,       ///< 1.000, 1.234.567
  kGroupedComma,       ///< 1,000, 1,234,567
  kGroupedPointComma,  ///< 1.234,5
  kGroupedCommaPoint,  ///< 1,234.5
};
NumberForm number_form(std::string_view text);

/// What the texts of a table as a whole show of the marks in its numbers.
struct NumberMarks {
  bool comma_allowed = false;  ///< a decimal comma may stand in a text: not where "," separates the fields
  bool comma_seen = false;     ///< some text has what can be nothing but a decimal comma
  bool point_seen = false;     ///< the same for a decimal point
};
/// `comma_allowed` stays false.
NumberMarks marks_of(const Table& table);

/// The text with a decimal point where it has nothing but a decimal comma, and without the points between its thousands
/// then; else as it is.
std::string with_decimal_point(std::string text);

/// Whether a text is a number in any of the forms above, or without a mark.
bool looks_like_number(std::string_view text);

}  // namespace phusong::gis

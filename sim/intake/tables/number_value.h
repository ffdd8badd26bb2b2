#pragma once

#include "gis/number_marks.h"
#include "sim/intake/tables/draft.h"
#include "sim/scenario/column.h"

namespace phusong::intake {

/// Brings the numbers of a row into the form of its columns: units are converted, decimal commas become points, "N/A"
/// becomes an empty field. A text that is no number stays as it is. `marks` are those of the whole source.
void tidy_number(Draft& draft, const scenario::Column& column, const gis::NumberMarks& marks);

/// Whether a text says that there is no value: "N/A", "-", "chưa có".
bool says_nothing(const std::string& text);

/// A whole number, where the value of a target is one.
std::optional<std::int64_t> whole_number_of(const Draft& draft, std::string_view target);

/// A number with at most so many decimals, and none that says nothing.
std::string decimal_text(double value, int decimals);
/// The number that a text is as a whole, with a decimal point.
std::optional<double> plain_value(std::string_view text);

/// Whether people write a column's quantity in units of different kinds without saying which: powers in W and dBm.
bool needs_unit(std::string_view target);

/// Whether a column holds numbers.
bool is_number_column(const scenario::Column& column);

}  // namespace phusong::intake

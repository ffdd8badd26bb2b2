#pragma once

#include <string>
#include <variant>

#include "gis/table.h"
#include "propagation/limit.h"
#include "sim/scenario/value.h"

namespace phusong::scenario {

/// A field that is to be a number, and what decides how the marks in it are read.
struct NumberField {
  std::string text;
  gis::CellKind kind = gis::CellKind::kText;
  gis::NumberMarks marks{};  ///< of the whole table
  bool is_whole = false;     ///< a whole number is wanted
  propagation::Limit limit{};
};

/// The field with a decimal point and without marks between thousands, or why it cannot be told what it is. Where
/// points stand before three digits each ("1.000"), they are thousands if a decimal comma stands elsewhere in the
/// table; else the field is refused, unless the number of thousands would be out of range. For commas likewise. What is
/// no number comes back as it is.
std::variant<std::string, Rejection> plain_number(const NumberField& field);

/// Whether a field of a pass-through column can be read as thousands or as three decimals.
bool is_ambiguous(const std::string& text, gis::CellKind kind, const gis::NumberMarks& marks);

/// The text of a field of a pass-through column as the outputs have it: a number that has nothing but a decimal comma
/// gets a point; all else is left as it is written.
std::string pass_through_text(const std::string& text, gis::CellKind kind, const gis::NumberMarks& marks);

}  // namespace phusong::scenario

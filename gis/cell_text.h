#pragma once

#include <string>

#include "gis/vector_writer.h"

namespace phusong::gis {

/// A number with its fixed decimals, of which there are never three, and never "-0.00"; empty when it is NaN or
/// infinite.
std::string text_of(const Number& number);

/// A value as it stands in a table: text unchanged, nothing as an empty text.
std::string text_of(const CellValue& value);

/// A number that was read, with the fewest digits that stand for it; a whole one without an exponent, as identifiers
/// of many digits are written (a spreadsheet has put zeros for those behind the fifteenth).
std::string plain_text(double number);

}  // namespace phusong::gis

#pragma once

#include <string>
#include <string_view>

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

/// Whether a text is a finite number with a decimal point, "+84912345678" too: a spreadsheet reads a number there and
/// runs nothing.
bool is_plain_number(std::string_view text);
/// Whether a spreadsheet would run a text as a formula, apostrophes before it aside. write_csv() puts one apostrophe
/// more before it, and read_written_csv() takes that away again.
bool runs_as_formula(std::string_view text);

}  // namespace phusong::gis

#pragma once

#include <string>
#include <string_view>

namespace phusong::gis::workbook {

/// Whether a cell of this built-in number format, or format code, shows its number as a date or time (ECMA-376-1,
/// 18.8.30 and 18.8.31).
bool is_date_format(int id);
bool is_date_format(std::string_view code);

/// A day number of a workbook as "2024-03-01", "2024-03-01T07:30:00" or "07:30:00"; days count from 1904 where the
/// workbook says so. Dates before March 1900 come as the number that they are.
std::string date_text(double days, bool from_1904);

}  // namespace phusong::gis::workbook

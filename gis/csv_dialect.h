#pragma once

#include <string_view>

#include "gis/table.h"

namespace phusong::gis {

/// What stands before the first row of a CSV file, and what separates its fields.
struct CsvDialect {
  char separator = ',';
  bool is_stated = false;  ///< by a line "sep=;", as Excel reads and writes it
  long first_line = 1;     ///< of `text`
  std::string_view text;   ///< what is left behind a byte order mark and that line
};

/// The separator is the one by which a row near the top has most of the names looked for; where none has any, the one
/// that the first row has most of.
CsvDialect csv_dialect(std::string_view text, const TableWish& wish);

}  // namespace phusong::gis

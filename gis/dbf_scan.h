#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusong::gis {

/// A field of a dBase table whose bytes say something else than OGR's reader makes of them.
struct DbfField {
  long row = 0;            ///< counted from 0, as OGR counts its features
  std::size_t column = 0;  ///< counted from 0
  std::string text;        ///< without blanks at its ends
};

/// What OGR's reader of dBase tables loses without a word.
struct DbfScan {
  /// Numeric fields that hold no number: stars, where the number has no room, are an empty field to OGR; of "1,5" it
  /// reads 1, and of other text 0.
  std::vector<DbfField> other_than_numbers;
  /// The first text that has letters beyond ASCII and is UTF-8, and how many rows have such.
  std::optional<DbfField> utf8_text;
  std::size_t utf8_rows = 0;
};

/// Looks at the bytes of a .dbf file; finds nothing in what is no such file.
DbfScan scan_dbf(std::string_view bytes);

}  // namespace phusong::gis

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gis/csv_records.h"
#include "gis/problem.h"

namespace phusong::gis {

/// A CSV file taken apart.
struct CsvContent {
  std::vector<std::string> columns;
  std::vector<CsvRecord> rows;  ///< each has as many fields as there are columns
};

/// Takes a CSV file apart (RFC 4180, "," or ";", LF, CRLF or CR, UTF-8 with or without BOM) and loses nothing
/// silently, as a lenient reader does: a row with more or fewer fields than the header, bad UTF-8, a column
/// without a name or twice there (without case), a quote out of place or never closed are problems of `file`.
/// A row with a problem is left out. Empty lines are passed over; blanks around an unquoted field are cut off.
/// In a ";" file a number with a decimal comma comes with a point.
CsvContent scan_csv(std::string_view text, const std::string& file, Problems& problems);

}  // namespace phusong::gis

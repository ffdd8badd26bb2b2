#pragma once

#include <string>
#include <string_view>

#include "gis/problem.h"
#include "gis/table.h"

namespace phusong::gis {

/// Takes a CSV file apart (RFC 4180; "," ";" or tabs; LF, CRLF or CR; UTF-8 with or without BOM) and loses nothing
/// silently, as a lenient reader does: a row with more or fewer fields than the header, bad UTF-8, a column
/// without a name or twice there (without case), a quote out of place or never closed are problems of `file`.
/// A row with a problem is left out. A line "sep=;" says what separates the fields. See `form_table` for the rest.
Table scan_csv(std::string_view text, const std::string& file, const TableWish& wish, Problems& problems);

}  // namespace phusong::gis

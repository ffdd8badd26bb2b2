#pragma once

#include <string>
#include <vector>

#include "gis/problem.h"
#include "gis/table.h"
#include "gis/workbook/xlsx_workbook.h"

namespace phusong::gis::workbook {

/// The rows of a sheet that hold something, each from the sheet's first used column to its last. A range of merged
/// cells gives its value to each of its rows, in its first column. `file` is for messages and names the sheet: a
/// formula whose value is not stored, or is not to be believed, and an error such as #N/A, are problems that name the
/// cell.
std::vector<TableRow> read_sheet(const Package& package, const Workbook& workbook, const SheetEntry& sheet,
                                 const std::string& file, Problems& problems);

}  // namespace phusong::gis::workbook

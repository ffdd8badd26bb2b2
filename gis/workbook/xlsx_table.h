#pragma once

#include <filesystem>

#include "gis/problem.h"
#include "gis/table.h"

namespace phusong::gis {

/// The table in an Excel workbook (.xlsx, .xlsm): the sheet is found by the columns looked for. OGR's reader is not
/// used: it cannot tell a formula without a stored value from an empty cell, a hidden sheet from one that is shown, or
/// a number from a text.
Table read_xlsx_table(const std::filesystem::path& path, const TableRequest& request, Problems& problems);

}  // namespace phusong::gis

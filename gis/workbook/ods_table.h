#pragma once

#include <filesystem>

#include "gis/problem.h"
#include "gis/table.h"

namespace phusong::gis {

/// The table in an OpenDocument spreadsheet (.ods): the sheet is found by the columns looked for. OGR's reader is not
/// used, as it knows no hidden sheets and no merged cells.
Table read_ods_table(const std::filesystem::path& path, const TableRequest& request, Problems& problems);

}  // namespace phusong::gis

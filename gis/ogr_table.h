#pragma once

#include <filesystem>

#include "gis/problem.h"
#include "gis/table.h"

namespace phusong::gis {

/// The table of a file in any of OGR's formats but CSV: the first sheet of a spreadsheet (its first row is the
/// header), the only layer of anything else. Geometry other than points is a problem.
Table read_ogr_table(const std::filesystem::path& path, Problems& problems);

}  // namespace phusong::gis

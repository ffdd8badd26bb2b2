#pragma once

#include <filesystem>

#include "gis/problem.h"
#include "gis/table.h"

namespace phusong::gis {

/// The table of a file in any of OGR's formats: of a spreadsheet's sheets or a file's layers the one with the columns
/// looked for; what QGIS keeps beside its data is passed over. Geometry other than points is a problem. Dates come in
/// ISO 8601, those of GeoJSON as they are written.
Table read_ogr_table(const std::filesystem::path& path, const TableRequest& request, Problems& problems);

}  // namespace phusong::gis

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "gis/coordinates.h"
#include "gis/problem.h"

namespace phusong::gis {

/// A row of a table as text, with what is needed to point a user at it.
struct TableRow {
  long row = 0;                     ///< physical line of a CSV, feature id elsewhere
  std::vector<std::string> values;  ///< one a column; empty = not given
  std::optional<MapPoint> point;    ///< point geometry of a spatial format, x first, in the layer's CRS
};

/// A table as read: every value is text, nothing lost, nothing interpreted but the encoding and,
/// in a `;` separated CSV, the decimal comma (numbers come with a point).
struct Table {
  std::string file;                  ///< for messages
  std::vector<std::string> columns;  ///< as written
  std::vector<TableRow> rows;
  std::optional<std::string> crs;  ///< of the layer where the format carries one
};

/// Reads any vector or table format that GDAL/OGR reads (GeoPackage, GeoJSON, Shapefile, FlatGeobuf, xlsx), and CSV
/// (.csv, .txt) by `,` or `;` with a scanner of our own, because OGR's loses what it does not expect: extra or missing
/// fields in a row, bad UTF-8, repeated headers, unbalanced quotes are problems. All problems are added to
/// `problems`; the rows that can be read are returned.
Table read_table(const std::filesystem::path& path, Problems& problems);

}  // namespace phusong::gis

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "gis/column.h"
#include "gis/coordinates.h"
#include "gis/crs.h"

namespace phusong::gis {

/// A value of an output table: nothing (CSV empty, JSON null), text, whole number, or a number with the
/// decimals that it is written with. Three are written as four: a spreadsheet would take 700.000 for 700,000
/// where a point stands between thousands.
struct Number {
  double value = 0.0;
  int decimals = 2;
};
using CellValue = std::variant<std::monostate, std::string, std::int64_t, Number>;

/// A table on its way out; each row has as many values as there are columns.
struct OutputTable {
  std::string name;  ///< layer name
  std::vector<Column> columns;
  std::vector<std::vector<CellValue>> rows;
};

/// How a CSV file is written: "," between the fields and decimal points, as other programs read it, or ";" and decimal
/// commas, as a spreadsheet reads it where a comma is the decimal mark.
enum class CsvStyle { kComma, kSemicolon };

/// UTF-8 with BOM, CRLF never; a text value that a spreadsheet would run as a formula is
/// written so that it is not (a leading apostrophe); one that looks like a number stands in quotes. Written under a
/// temporary name and renamed.
void write_csv(const std::filesystem::path& path, const OutputTable& table, CsvStyle style);

/// The same for a table too long to be held: `next_row` fills the next row, or returns false after the last.
using NextRow = std::function<bool(std::vector<CellValue>& row)>;
void write_csv(const std::filesystem::path& path, const std::vector<Column>& columns, CsvStyle style,
               const NextRow& next_row);

/// Points in the scenario's CRS; `points` has one entry a row of the table. Same bytes for the same content.
void write_gpkg_points(const std::filesystem::path& path, const OutputTable& table, const std::vector<MapPoint>& points,
                       const WorkingCrs& crs);

/// RFC 7946: WGS84, 6 decimals.
void write_geojson_points(const std::filesystem::path& path, const OutputTable& table,
                          const std::vector<LonLat>& points);

/// A straight line between two places.
struct LonLatLine {
  LonLat from, to;
};
/// The same with lines; `lines` has one entry a row of the table.
void write_geojson_lines(const std::filesystem::path& path, const OutputTable& table,
                         const std::vector<LonLatLine>& lines);

}  // namespace phusong::gis

#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "gis/coordinates.h"
#include "gis/input_note.h"
#include "gis/number_marks.h"
#include "gis/problem.h"

namespace phusong::gis {

/// What a cell held before it became text, and whether it is its own.
enum class CellKind : unsigned char {
  kText,
  kNumber,
  kMergedText,    ///< comes from the first cell of a range of merged cells
  kMergedNumber,  ///< the same, and that one is a number
};
inline bool is_number(CellKind kind) {
  return kind == CellKind::kNumber || kind == CellKind::kMergedNumber;
}
inline bool is_merged(CellKind kind) {
  return kind == CellKind::kMergedText || kind == CellKind::kMergedNumber;
}

/// A row of a table as text, with what is needed to point a user at it.
struct TableRow {
  long row = 0;                     ///< physical line of a CSV or workbook, feature id elsewhere
  std::vector<std::string> values;  ///< one a column; empty = not given
  std::vector<CellKind> kinds{};    ///< the same; empty where all are text
  std::vector<std::string> raw{};   ///< the same before cleaning; empty where cleaning changed none
  std::optional<MapPoint> point{};  ///< point geometry of a spatial format, x first, in the layer's CRS

  CellKind kind_of(std::size_t column) const { return kinds.empty() ? CellKind::kText : kinds[column]; }
};

/// A table as read: every value is text in normalization form C without blanks at its ends, nothing else is
/// interpreted.
struct Table {
  std::string file;                  ///< for messages; with the sheet of a workbook
  std::vector<std::string> columns;  ///< as written; no two that differ only in case
  std::vector<TableRow> rows;        ///< without those that are empty throughout
  std::optional<std::string> crs;    ///< of the layer where the format carries one
  NumberMarks marks{};
  std::optional<long> header_row{};  ///< where a row of the file is the header
  std::size_t name_limit = 0;        ///< a name of this many bytes may be cut off (Shapefile: 10); 0 = none is
  std::vector<InputNote> notes{};    ///< what was passed over
};

/// A column that a reader looks for, by any of its names.
struct ColumnWish {
  std::vector<std::string> names;
  bool required = false;
  /// Whether a field of a header is one of its names; where it is not set, one that differs from a name in letter case
  /// alone is.
  std::function<bool(const std::string& field)> is_name{};
};
/// The columns that a reader knows: by them the header is found under title rows, and the sheet in a workbook.
using TableWish = std::vector<ColumnWish>;
/// The table looked for in a file that may hold several.
struct TableRequest {
  TableWish wish{};
  std::string sheet{};  ///< of a workbook, or a layer; empty: it is found by its columns
};

/// Reads any vector or table format that GDAL/OGR reads (GeoPackage, GeoJSON, Shapefile, FlatGeobuf). CSV (.csv,
/// .txt, .tsv) by `,`, `;` or tabs, and workbooks (.xlsx, .ods) have readers of their own, because OGR's lose what they
/// do not expect: extra or missing fields in a row, bad UTF-8, repeated headers, formulas without a value. All problems
/// are added to `problems`; the rows that can be read are returned, and no columns where there is no header.
Table read_table(const std::filesystem::path& path, const TableWish& wish, Problems& problems);
/// The same with the name of the sheet or layer, hidden ones too. Another name than its own for a file that has no
/// others is a problem.
Table read_table(const std::filesystem::path& path, const TableRequest& request, Problems& problems);
/// The same without knowing what is looked for: the first row is the header, and a file has one table.
Table read_table(const std::filesystem::path& path, Problems& problems);

}  // namespace phusong::gis

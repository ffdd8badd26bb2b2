#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "gis/problem.h"
#include "gis/table.h"

namespace phusong::gis::workbook {

/// Where a cell is: row 1 and column 1 are A1.
struct CellPlace {
  long row = 0;
  long column = 0;
};
/// "BC12"; zeros for what it lacks.
CellPlace place_of(std::string_view reference);
std::string reference_of(CellPlace place);

/// What a cell holds.
struct CellContent {
  std::string text;
  CellKind kind = CellKind::kText;
};

/// The number that a text is as a whole.
std::optional<double> number_of(std::string_view text);

/// The cells of a sheet that hold something.
class CellGrid {
 public:
  /// `file` is for messages, names the sheet, and must outlive the grid.
  CellGrid(const std::string& file, Problems& problems) : file_(file), problems_(problems) {}

  /// A text of blanks is nothing.
  void set(CellPlace place, CellContent content);
  /// Adds a problem that names the cell, and leaves out its row, so that nothing else is said of a cell that seems
  /// empty.
  void refuse(CellPlace place, const std::string& message);
  void refuse_formula(CellPlace place);
  /// Gives the content of the first of merged cells to each of their rows that holds anything, in the first column.
  void merge(CellPlace first, CellPlace last);
  /// From the first used column to the last.
  std::vector<TableRow> rows() const;

 private:
  using Row = std::map<long, CellContent>;  ///< by column

  std::pair<long, long> used_columns() const;

  const std::string& file_;
  Problems& problems_;
  std::map<long, Row> rows_;
  std::set<long> refused_rows_;
};

}  // namespace phusong::gis::workbook

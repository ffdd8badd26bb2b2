#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "gis/problem.h"
#include "gis/workbook/package.h"

namespace phusong::gis::workbook {

/// A sheet as the workbook lists it.
struct SheetEntry {
  std::string name;
  std::string part;  ///< where its cells are in the package
  bool is_visible = true;
};

/// What the sheets of a workbook share.
struct Workbook {
  std::vector<SheetEntry> sheets;  ///< of cells: charts are none
  std::vector<std::string> shared_strings;
  std::vector<bool> is_date_style;  ///< of each cell style
  bool from_1904 = false;           ///< day numbers count from 1904
  /// All formulas are to be computed when the workbook is opened: whoever wrote it did not compute them, and put
  /// placeholders where values are stored, or left those of before a change.
  bool values_are_stale = false;
};

/// Reads what stands outside the sheets; no sheets, and a problem, where the file is no workbook.
Workbook read_workbook(const Package& package, const std::string& file, Problems& problems);

}  // namespace phusong::gis::workbook

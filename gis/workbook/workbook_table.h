#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "gis/problem.h"
#include "gis/table.h"

namespace phusong::gis::workbook {

/// A sheet of a workbook, whatever its format. `read` gives its rows; the file that it is given names the sheet.
struct SheetSource {
  std::string name;
  bool is_visible = true;
  std::function<std::vector<TableRow>(const std::string& file, Problems& problems)> read;
};

/// The table in one of the sheets, found by the columns looked for.
Table read_workbook_table(const std::filesystem::path& path, const std::vector<SheetSource>& sheets,
                          const TableRequest& request, Problems& problems);

}  // namespace phusong::gis::workbook

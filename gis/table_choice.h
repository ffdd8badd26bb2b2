#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gis/problem.h"
#include "gis/table.h"

namespace phusong::gis {

/// A sheet of a workbook, or a layer of a file with several.
struct TableOffer {
  std::string name;
  std::vector<std::string> header;  ///< empty where it holds nothing
  bool is_visible = true;
};

/// Which of them is the table looked for: the one that is visible and has the required columns; where none has them,
/// the only one that is visible and holds anything. Two that have them, or several of which none has, are a problem
/// that names them. A sheet asked for by name is that one, hidden or not. `kind` is what they are: "sheet", "layer".
std::optional<std::size_t> choose_table(const std::vector<TableOffer>& offers, const TableRequest& request,
                                        const std::string& kind, const std::string& file, Problems& problems);

}  // namespace phusong::gis

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sim/intake/tables/import_kind.h"

namespace phusong::intake {

/// What to import, and how.
struct ImportOptions {
  ImportKind kind = ImportKind::kSites;
  std::string file;
  std::string sheet;                                      ///< of a workbook, or a layer; empty: found by its columns
  std::vector<std::pair<std::string, std::string>> maps;  ///< header of the source, target; "-" leaves it out
  std::vector<std::pair<std::string, std::string>> defaults;  ///< column, value for empty fields
  std::string crs;                                            ///< of the source's coordinates; empty: WGS84, VN-2000
  std::string communes;                                       ///< file of outlines that tell the zone
  double duplicate_distance_m = 10.0;                         ///< masts of one operator this near are one
  bool anywhere = false;                                      ///< rows outside Vietnam beside rows inside are kept
};

}  // namespace phusong::intake

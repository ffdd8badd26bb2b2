#pragma once

#include <string>
#include <vector>

#include "gis/column.h"
#include "sim/network/cell.h"
#include "sim/network/hamlet.h"
#include "sim/network/site.h"

namespace phusong::network {

/// The radio network and the people it serves, as the tables give them; order as in the tables.
struct Network {
  std::vector<Site> sites;
  std::vector<Cell> cells;
  std::vector<Hamlet> hamlets;
  std::vector<gis::Column>
      hamlet_columns;                  ///< the hamlets table's columns in its order, synonyms under their standard name
  std::vector<std::string> operators;  ///< of the sites that are on air, sorted
  std::vector<std::string> site_tables;  ///< the files of the sites with their folders; a workbook's with the sheet
  std::string hamlet_table;              ///< the same of the hamlets
  bool include_planned = false;

  /// On air: existing; planned only with include_planned.
  bool on_air(const Site& site) const {
    return site.status == SiteStatus::kExisting || (include_planned && site.status == SiteStatus::kPlanned);
  }
};

}  // namespace phusong::network

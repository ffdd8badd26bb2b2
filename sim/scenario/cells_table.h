#pragma once

#include <span>
#include <vector>

#include "propagation/point_to_point.h"
#include "sim/network/cell.h"
#include "sim/scenario/cell_columns.h"
#include "sim/scenario/pattern_library.h"
#include "sim/scenario/sites_table.h"
#include "sim/scenario/table_context.h"

namespace phusong::scenario {

/// What a cell's row refers to.
struct CellSurroundings {
  const SitesTable& sites;
  bool sites_known = true;  ///< false when the sites table could not be read: no cell is blamed for it
  propagation::Model model = propagation::Model::kP1812;
  PatternLibrary& patterns;
};

/// The files of the cells table as one: an id stands in one of them alone.
std::vector<network::Cell> read_cells(std::span<const gis::Table> tables, const CellSurroundings& surroundings,
                                      const TableContext& context);

}  // namespace phusong::scenario

#pragma once

#include <vector>

#include "gis/vector_writer.h"
#include "sim/scenario/column.h"

namespace phusong::scenario {

/// The columns of a table as the outputs carry them: in the table's order, known ones under their standard name and
/// of their own type, the others as numbers where every value is one.
std::vector<gis::Column> carried_columns(const gis::Table& table, const TableColumns& columns);

}  // namespace phusong::scenario

#pragma once

#include <string>
#include <vector>

#include "gis/vector_writer.h"
#include "sim/scenario/column.h"

namespace phusong::scenario {

/// The columns of a table that goes to the outputs whole: in the table's order, known ones under their standard name
/// and of their own type, pass-through columns as numbers where every value is one.
std::vector<gis::Column> pass_through_columns(const gis::Table& table, const TableColumns& columns);

/// The type that all of a column's values have, empty ones aside. A code such as "007" or "+84" is not a number:
/// writing it as one would lose it. So is what is longer than a number holds.
gis::ColumnType type_of_texts(const std::vector<std::string>& values);

}  // namespace phusong::scenario

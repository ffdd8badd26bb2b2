#pragma once

#include <vector>

#include "gis/vector_writer.h"
#include "sim/network/carried.h"

namespace phusong::report {

/// Adds what the rows of a table carry from the input: a column for each that any of them has, in the order in which
/// they are met; a name that the table has already gets "input_" before it. `of_row`: one a row of the table.
void add_carried(const std::vector<const network::CarriedFields*>& of_row, gis::OutputTable& table);

}  // namespace phusong::report

#pragma once

#include <vector>

#include "gis/vector_writer.h"
#include "sim/network/pass_through.h"

namespace phusong::report {

/// Adds to a table the pass-through columns of its rows: each that any row has a field of, in the order in which they
/// are met; a name that the table has already gets "input_" before it. `of_row`: one per row of the table.
void add_pass_through(const std::vector<const network::PassThroughFields*>& of_row, gis::OutputTable& table);

}  // namespace phusong::report

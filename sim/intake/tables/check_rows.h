#pragma once

#include <vector>

#include "gis/problem.h"
#include "sim/intake/tables/draft.h"
#include "sim/intake/tables/target_table.h"

namespace phusong::intake {

/// Refuses every row that the scenario's own reader of the table would not take, with its words; identifiers that stand
/// twice and references to other tables aside. A column that the reader needs and no row has is a problem of `file`.
void check_rows(std::vector<Draft>& drafts, const TargetTable& targets, const std::string& file,
                gis::Problems& problems);

}  // namespace phusong::intake

#pragma once

#include <vector>

#include "sim/intake/tables/draft.h"
#include "sim/intake/tables/target_table.h"

namespace phusong::intake {

/// Keeps what stands in a table more than once a single time, the first: rows of one identifier (a site's within
/// `distance_m`; else they are two places, which is told), and masts of one operator that are not farther apart than
/// that. Each row left out is refused with the row that is kept.
void refuse_same_rows(std::vector<Draft>& drafts, const TargetTable& targets, double distance_m);

}  // namespace phusong::intake

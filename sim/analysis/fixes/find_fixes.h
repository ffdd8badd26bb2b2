#pragma once

#include "gis/terrain.h"
#include "sim/analysis/fixes/fix.h"
#include "sim/coverage/store/path_loss_store.h"
#include "sim/coverage/verdict.h"
#include "sim/progress/progress.h"
#include "sim/scenario/scenario.h"

namespace phusong::analysis {

/// Finds fixes for every hamlet that is not covered in an operator column: a tilt, azimuth or power within the limits
/// of [analysis], a technology more on a mast that exists, a pole and a mast of the planner's candidates with their
/// backhaul. Each row's outcome comes from a coverage run of the hamlet with the change in place; the hamlets that it
/// takes down from the levels at all their points. Ranked: those that cover the hamlet and take none down, by cost
/// (capex and opex_years of opex, as the planner counts); those that take some down; those that cover only part.
/// `coverage` has the signals from covering_levels_dbm up; `store` may be null. Parallel; the same for any number of
/// threads. Throws progress::Stopped.
FixStudy find_fixes(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                    const coverage::CoverageResult& coverage, std::size_t column, coverage::PathLossStore* store,
                    progress::Progress& progress);

}  // namespace phusong::analysis

#pragma once

#include <vector>

#include "gis/vector_writer.h"
#include "sim/analysis/resilience/plan_resilience.h"

namespace phusong::report {

/// plan/resilience.csv: a row per station, relay and link; empty where no second path was looked for.
gis::OutputTable plan_resilience_table(const std::vector<analysis::PlanPart>& parts);

}  // namespace phusong::report

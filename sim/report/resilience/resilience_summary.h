#pragma once

#include <string>

#include "sim/analysis/resilience/resilience.h"
#include "sim/report/run_data.h"

namespace phusong::report {

/// The ten worst events in words, in the language of the report; empty where nothing can fail.
std::string resilience_summary(const RunData& run, const analysis::Resilience& resilience);

}  // namespace phusong::report

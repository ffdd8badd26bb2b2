#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/report/stored/stored_run.h"
#include "sim/sunset/outcome/quarter.h"

namespace phusong::report {

/// A span of days, ISO: from the first on and before the second.
struct DaySpan {
  std::string from, before;
};

/// The quarters of a switch-off, from its first period on; none where the run has no such stage.
std::vector<sunset::Quarter> quarters_of_sunset(const StoredRun& run);

/// Of these, those up to the last in which a cell goes off.
std::vector<sunset::Quarter> quarters_with_cells_off(const StoredRun& run);

/// All days of a switch-off, from the quarter before its first period; nothing where the run has none.
std::optional<DaySpan> days_of_sunset(const StoredRun& run);

}  // namespace phusong::report

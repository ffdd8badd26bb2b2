#pragma once

#include "gis/vector_writer.h"
#include "sim/report/sunset/sunset_data.h"

namespace phusong::report {

/// schedule.csv: what crews do, by period, then swaps on, cells off, refarmed carriers on. The first row of a site in a
/// period is its visit, and the first of new equipment on a site bears its cost.
gis::OutputTable schedule_table(const SunsetData& data);

/// guard.csv: the cells that each refarmed carrier has to wait for, each at the point where it is heard loudest.
gis::OutputTable guard_table(const SunsetData& data);

}  // namespace phusong::report

#pragma once

#include "gis/vector_writer.h"
#include "sim/report/kpi_stages.h"
#include "sim/report/run_data.h"

namespace phusong::report {

/// kpi.csv: the numbers of kpi.json, a row an area: the whole, then provinces, districts, communes, old communes.
gis::OutputTable kpi_table(const RunData& run, const KpiStages& stages = {});

}  // namespace phusong::report

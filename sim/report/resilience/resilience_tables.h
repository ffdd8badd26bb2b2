#pragma once

#include "gis/vector_writer.h"
#include "sim/analysis/resilience/resilience.h"
#include "sim/report/run_data.h"

namespace phusong::report {

/// resilience.csv: a row per event and operator.
gis::OutputTable resilience_table(const analysis::Resilience& resilience);
/// resilience_hamlets.csv: a row per event, operator (then "any" where several are judged) and hamlet lost.
gis::OutputTable resilience_hamlet_table(const RunData& run, const analysis::Resilience& resilience);
/// The layer: the rows of resilience.csv with the mast's name and how many masts are off.
gis::OutputTable resilience_layer(const RunData& run, const analysis::Resilience& resilience);
/// Where the rows of the layer stand.
std::vector<gis::MapPoint> resilience_positions(const analysis::Resilience& resilience);

}  // namespace phusong::report

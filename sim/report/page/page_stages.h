#pragma once

#include <nlohmann/json_fwd.hpp>

#include "sim/report/stored/stored_run.h"

namespace phusong::report {

// The parts of a page that a stage of the run makes. Each is null where the run has not that stage, and throws
// gis::InputError where a file of it cannot be read.

/// The summary, the steps of building, new masts, links, costs, and what stays unserved.
nlohmann::ordered_json page_plan(const StoredRun& run);

/// The summary, the schedule, the periods, when each cell is on, and what that means for hamlets; `hamlets` is the
/// page's table of hamlets, whose population weights the shares.
nlohmann::ordered_json page_sunset(const StoredRun& run, const nlohmann::ordered_json& hamlets);

/// The masts of network.gpkg with the technologies and azimuths of their cells.
nlohmann::ordered_json page_sites(const StoredRun& run);

}  // namespace phusong::report

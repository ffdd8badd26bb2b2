#pragma once

#include <string>
#include <vector>

#include "sim/network/technology.h"
#include "sim/report/stored/stored_run.h"

namespace phusong::report {

/// The technologies that the run's hamlets have verdicts for. Reads hamlets.csv.
std::vector<network::Technology> technologies_of(const StoredRun& run);

/// Operators whose rasters the run has, with "any" where it is one of them.
std::vector<std::string> raster_operators_of(const StoredRun& run);

}  // namespace phusong::report

#pragma once

#include <filesystem>

#include "sim/network/network.h"
#include "sim/sunset/outcome/sunset_outcome.h"

namespace phusong::report {

/// cells_by_period.geojson: every cell on air in some period, at its mast, with the days from which (`begin`) and to
/// which (`end`) it is on; and a .qml beside it that makes QGIS's temporal controller play it.
void write_cells_by_period(const std::filesystem::path& folder, const network::Network& network,
                           const sunset::SunsetOutcome& outcome);

}  // namespace phusong::report

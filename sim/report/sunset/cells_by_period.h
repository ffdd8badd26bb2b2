#pragma once

#include <filesystem>
#include <string_view>

#include "sim/network/network.h"
#include "sim/sunset/outcome/sunset_outcome.h"

namespace phusong::report {

/// cells_by_period.geojson: every cell on air in some period, at its mast, with the day from which (`begin`) it is
/// on and the first on which it no longer is (`end`); and a .qml beside it that makes QGIS's temporal controller play
/// it.
void write_cells_by_period(const std::filesystem::path& folder, const network::Network& network,
                           const sunset::SunsetOutcome& outcome, std::string_view language);

}  // namespace phusong::report

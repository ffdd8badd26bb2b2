#pragma once

#include <filesystem>

#include "sim/coverage/maps.h"
#include "sim/progress/progress.h"

namespace phusong::report {

/// `folder`/coverage/<operator>/<technology>_<quantity>.tif with a .qml style beside each, and
/// terrain_gaps.tif. Maps of quality of service, where there are values, say that no verdict rests on them. The best
/// server is left out below the threshold. A raster whose file exists is left as it is. Several are written at a time.
/// Throws progress::Stopped between two rasters.
void write_maps(const std::filesystem::path& folder, const coverage::CoverageMaps& maps,
                const scenario::Scenario& scenario, progress::Progress& progress);

}  // namespace phusong::report

#pragma once

#include <filesystem>

#include "gis/crs.h"
#include "sim/coverage/maps.h"

namespace phusong::report {

/// `folder`/coverage/<operator>/<technology>_<quantity>.tif with a .qml style beside each, and
/// terrain_gaps.tif. A raster whose file exists is left as it is.
void write_maps(const std::filesystem::path& folder, const coverage::CoverageMaps& maps, const gis::WorkingCrs& crs);

}  // namespace phusong::report

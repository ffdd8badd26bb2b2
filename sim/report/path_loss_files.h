#pragma once

#include <filesystem>

#include "gis/terrain.h"
#include "sim/coverage/store/path_loss_store.h"
#include "sim/progress/progress.h"
#include "sim/scenario/scenario.h"

namespace phusong::report {

/// pathloss/<site_id>_<height>m_<frequency>mhz.tif for every mast, antenna height and frequency on air: isotropic basic
/// transmission loss in dB as far as its technology is followed, as the maps have it. A raster that is there is left as
/// it is. Throws progress::Stopped.
void write_path_losses(const std::filesystem::path& folder, const scenario::Scenario& scenario,
                       const gis::Terrain& terrain, coverage::PathLossStore& store, progress::Progress& progress);

}  // namespace phusong::report

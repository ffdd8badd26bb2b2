#pragma once

#include "gis/crs.h"
#include "gis/terrain.h"
#include "sim/coverage/disc_engine.h"
#include "sim/scenario/options.h"

namespace phusong::coverage {

/// P.1812 or ITM by ray sweeps; only for models that has_ray_sweep() names. Terrain and options must outlive the
/// engines.
MakeDiscEngine sweep_disc_engines(const gis::Terrain& terrain, const gis::WorkingCrs& crs,
                                  const scenario::Options& options);

}  // namespace phusong::coverage

#pragma once

#include "gis/crs.h"
#include "gis/terrain.h"
#include "sim/coverage/disc_engine.h"
#include "sim/scenario/options.h"

namespace phusong::coverage {

/// An exact path to the centre of every cell of a disc. Terrain and options must outlive the engines.
MakeDiscEngine exact_disc_engines(const gis::Terrain& terrain, const gis::WorkingCrs& crs,
                                  const scenario::Options& options);

}  // namespace phusong::coverage

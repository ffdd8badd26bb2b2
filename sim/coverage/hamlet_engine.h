#pragma once

#include <span>
#include <vector>

#include "gis/terrain.h"
#include "sim/coverage/hamlet_accumulator.h"
#include "sim/coverage/store/path_loss_store.h"
#include "sim/progress/progress.h"

namespace phusong::coverage {

/// The outcome of every hamlet, in their order: exact paths from all `transmitters` to all sample points in range,
/// mast by mast, folded into the hamlets block by block so that memory does not grow with the number of masts.
/// `store` may be null. Throws progress::Stopped.
std::vector<HamletOutcome> evaluate_hamlets(const HamletContext& context, const gis::Terrain& terrain,
                                            std::span<const Transmitter> transmitters, PathLossStore* store,
                                            progress::Progress& progress);

}  // namespace phusong::coverage

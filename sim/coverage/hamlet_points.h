#pragma once

#include <vector>

#include "gis/crs.h"
#include "gis/terrain.h"
#include "sim/coverage/point_losses.h"
#include "sim/coverage/verdict.h"
#include "sim/network/hamlet.h"

namespace phusong::coverage {

/// Whether a hamlet can be judged: there is ground at its centre, and under half of its points' weight or more.
bool has_ground(const network::Hamlet& hamlet, const gis::Terrain& terrain);

/// The sample points of a hamlet that lie on the terrain, their weights adding up to 1.
/// Point 0 is always the hamlet's own coordinates. Without clusters 19 points of equal weight follow from
/// the radius: the centre, bearings 0, 60, … at half of it and 0, 30, … at nine tenths, plane distances
/// from grid north. With clusters they carry the weight (their households) and the centre has weight 0.
/// Empty for a hamlet without ground.
std::vector<SamplePoint> sample_points(const network::Hamlet& hamlet, std::size_t hamlet_index,
                                       const gis::Terrain& terrain, const gis::WorkingCrs& crs);

/// The receiver at a sample point, for path losses.
ReceiverPoint receiver_at(const SamplePoint& point);

}  // namespace phusong::coverage

#pragma once

#include <span>
#include <vector>

#include "sim/coverage/best_cells.h"
#include "sim/coverage/service_quality.h"
#include "sim/coverage/verdict.h"
#include "sim/network/network.h"

namespace phusong::coverage {

/// What the verdicts of one hamlet rest on.
struct HamletEvidence {
  std::span<const SamplePoint> points;  ///< on the terrain; empty: status unknown
  const BestCells& best;
  const network::Network& network;
  std::span<const network::Technology> technologies;
  const ServiceQuality& quality;
  const scenario::Options& options;
};

/// What covers each of the points in one operator column.
std::vector<PointService> service_of_points(const HamletEvidence& evidence, std::size_t column);

/// The verdict for one operator column; `terrain_gap` is left 0.
HamletVerdict hamlet_verdict(const HamletEvidence& evidence, std::size_t column);

}  // namespace phusong::coverage

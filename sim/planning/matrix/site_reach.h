#pragma once

#include <vector>

#include "sim/coverage/point_path_loss.h"
#include "sim/coverage/service_quality.h"
#include "sim/planning/candidates/candidate.h"
#include "sim/planning/matrix/path_bound.h"
#include "sim/planning/need.h"
#include "sim/scenario/scenario.h"

namespace phusong::planning {

/// The values that all sites share.
struct ReachContext {
  const scenario::Scenario& scenario;
  const gis::Terrain& terrain;
  const Need& need;
  const std::vector<network::Cell>& cells;  ///< that transmitters refer to
  const coverage::PointPathLoss& paths;
  const coverage::ServiceQuality& quality;
  /// A cell for each frequency that a technology has in the network or the equipment.
  network::PerTechnology<std::vector<network::Cell>> frequencies;
};

/// The points in need that one site covers, ascending, by technology.
struct SiteReach {
  network::PerTechnology<std::vector<int>> points;
  std::size_t pairs = 0, exact_paths = 0;
};

/// Computes the reach of one site. Throws progress::Stopped.
SiteReach site_reach(const ReachContext& context, const coverage::Transmitter& transmitter,
                     const progress::Progress& progress);

}  // namespace phusong::planning

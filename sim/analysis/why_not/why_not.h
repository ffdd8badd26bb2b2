#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "gis/coordinates.h"
#include "gis/terrain.h"
#include "sim/coverage/verdict.h"
#include "sim/progress/progress.h"
#include "sim/scenario/scenario.h"

namespace phusong::analysis {

/// The reason why a hamlet is not covered. Beside the first three it is what costs most on the path of its strongest
/// cell: terrain, clutter, walls, or that the antenna radiates less that way than in its main lobe.
enum class Reason {
  kTerrainUnknown,  ///< there is no ground data
  kNoCellInRange,   ///< no cell of the target's technologies
  kDistance,        ///< free space alone costs more than the cell has to spend
  kObstacle,
  kClutter,
  kIndoor,
  kPower
};
/// "obstacle": the names of the tables.
std::string_view name_of(Reason reason);

/// What stands most in the way of a path: the sample of its profile with the largest Fresnel parameter.
struct ObstacleOnPath {
  gis::LonLat lon_lat;
  double over_ray_m = 0.0;   ///< of ground and clutter, above the straight ray over the curved earth
  double distance_km = 0.0;  ///< from the mast
};

/// The losses of a path beyond free space in the main lobe, in dB.
struct LossParts {
  double free_space_margin_db = 0.0;  ///< level in free space, outdoors and in the main lobe, above the level needed
  double terrain_db = 0.0;            ///< path loss over bare terrain beyond free space
  double clutter_db = 0.0;            ///< what clutter adds to it
  double indoor_db = 0.0;             ///< into a building or vehicle, and what its spread adds to the level needed
  double pattern_db = 0.0;            ///< attenuation of the antenna in the direction of the path
};

/// The reason that follows from the losses.
Reason reason_of(const LossParts& parts);

/// Why a hamlet is not covered.
struct WhyNot {
  std::size_t hamlet = 0;  ///< index into Network::hamlets
  Reason reason = Reason::kTerrainUnknown;
  /// Nothing without ground data or a cell in range; the rest too.
  std::optional<coverage::Shortfall> shortfall;
  std::optional<LossParts> parts;
  std::optional<ObstacleOnPath> obstacle;  ///< nothing where the path has no sample between its ends
};

/// Explains every hamlet that is not covered in an operator column of a coverage run, in their order: the path of the
/// strongest cell to the point without service that lacks least. Parallel; the same for any number of threads. Throws
/// progress::Stopped.
std::vector<WhyNot> explain_hamlets(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                    const coverage::CoverageResult& coverage, std::size_t column,
                                    progress::Progress& progress);

}  // namespace phusong::analysis

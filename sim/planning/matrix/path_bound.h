#pragma once

#include <limits>
#include <vector>

#include "gis/terrain.h"
#include "sim/coverage/path_engine.h"
#include "sim/scenario/options.h"

namespace phusong::planning {

/// Lower bounds of the path loss for a fraction of the work of the model: a cell that cannot reach a point even with so
/// little loss is not worth an exact path.
///   L ≥ L_fs − margin           (1)  free space alone
///   L ≥ L_fs − margin + J(ν)    (2)  with the knife edge of Bullington (P.526, 4.5.1), ν from a part of the profile
///   Holds scratch space: one object per thread.
class PathBound {
 public:
  PathBound(const gis::Terrain& terrain, const scenario::Options& options);

  /// Eq. (1): computes the loss of free space between the map positions, less the margin by which the model may be
  /// below it.
  double free_space_db(const coverage::PathEnds& ends, double frequency_mhz) const;
  /// Turns to a path, with the diffraction of its profile. Where the model's loss does not rest on it, or an end is off
  /// the terrain, at_least_db is that of free space.
  void turn_to(const coverage::PathEnds& ends);
  /// Eq. (2): computes the lower bound of the loss of the path turned to.
  double at_least_db(double frequency_mhz) const;

 private:
  const gis::Terrain& terrain_;
  bool knows_diffraction_;
  double earth_radius_km_;
  coverage::PathEnds ends_;
  double length_km_ = 0.0;
  double nu_root_wavelength_ = -std::numeric_limits<double>::infinity();
  std::vector<double> distance_km_, ground_m_;
};

}  // namespace phusong::planning

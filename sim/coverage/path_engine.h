#pragma once

#include <span>
#include <vector>

#include "gis/terrain.h"
#include "sim/coverage/ground_profile.h"
#include "sim/scenario/options.h"

namespace phusong::coverage {

/// The two ends of a path; heights above ground.
struct PathEnds {
  gis::MapPoint mast;
  double mast_height_m = 0.0;
  gis::MapPoint receiver;
  double receiver_height_m = 0.0;
  double latitude_deg = 0.0;  ///< of the path's centre
};

/// What a path is like, whatever the frequency.
struct PathGeometry {
  double length_m = 0.0;
  double departure_deg = 0.0;  ///< up positive: towards the receiver or the radio horizon, the higher
  bool is_short = false;       ///< D < 0.25 km: free space and Bullington alone
  bool crosses_void = false;   ///< some of its terrain samples are void and were bridged
  std::size_t violations = 0;  ///< values outside the model's limits, over all frequencies
};

/// Radio-climatic zone at a place: that of the zone raster, else the scenario's.
propagation::Zone zone_at(const gis::Terrain& terrain, gis::MapPoint point, propagation::Zone elsewhere);

/// Evaluates point-to-point paths over one terrain: the straight line in the map, max(2, ceil(D / cell size))
/// equal intervals with both ends, bilinear ground, voids bridged by a straight line. Holds scratch space:
/// one object a thread.
class PathEngine {
 public:
  PathEngine(const gis::Terrain& terrain, const scenario::Options& options);

  /// Losses in dB into `losses_db`, one a frequency. False, and nothing written, when an end is off the terrain.
  bool evaluate(const PathEnds& ends, std::span<const double> frequencies_mhz, PathGeometry& geometry,
                std::span<double> losses_db);

  /// The profile of the path evaluated last, as the models had it; until the next one.
  propagation::Profile last_profile() const {
    return {.distance_km = profile_.distance_km,
            .ground_m = profile_.ground_m,
            .clutter_m = clutter_m_,
            .zone = zone_,
            .has_equal_steps = true};
  }

 private:
  bool extract_profile(const PathEnds& ends, double length_m, PathGeometry& geometry);
  void evaluate_model(const propagation::PathQuery& query, std::span<const double> frequencies_mhz,
                      PathGeometry& geometry, std::span<double> losses_db);
  void read_surface(const PathEnds& ends);

  const gis::Terrain& terrain_;
  const scenario::PropagationOptions& options_;
  bool adds_clutter_;  ///< a surface model holds the clutter already
  GroundProfile profile_;
  std::vector<double> clutter_m_;
  std::vector<propagation::Zone> zone_;
  std::vector<propagation::PathLoss> results_;
};

}  // namespace phusong::coverage

#pragma once

#include "gis/terrain.h"
#include "propagation/profile.h"
#include "sim/coverage/inner_heights.h"
#include "sim/scenario/options.h"

namespace phusong::coverage {

/// Where a sweep's mast stands.
struct MastPlace {
  gis::MapPoint position;
  double latitude_deg = 0.0;
  double column = 0.0, row = 0.0;  ///< counted from the centre of the north-west cell
  double ground_m = 0.0;
  bool is_void = false;  ///< its height is that of a place nearby
};

/// The terrain as a sweep reads it.
class SweptTerrain {
 public:
  SweptTerrain(const gis::Terrain& terrain, const scenario::Options& options)
      : terrain_(terrain),
        inner_(terrain),
        adds_clutter_(terrain.has_clutter() && options.terrain.elevation_kind == scenario::ElevationKind::kTerrain),
        zone_elsewhere_(options.propagation.zone) {}

  const gis::Terrain& terrain() const { return terrain_; }
  const gis::Grid& grid() const { return terrain_.grid(); }
  const InnerHeights& inner() const { return inner_; }
  bool adds_clutter() const { return adds_clutter_; }
  bool has_zones() const { return terrain_.has_zones(); }
  propagation::Zone zone_elsewhere() const { return zone_elsewhere_; }
  /// 0 where it is unknown.
  double clutter_at(gis::MapPoint point) const;
  propagation::Zone zone_at(gis::MapPoint point) const;

 private:
  const gis::Terrain& terrain_;
  InnerHeights inner_;
  bool adds_clutter_;
  propagation::Zone zone_elsewhere_;
};

}  // namespace phusong::coverage

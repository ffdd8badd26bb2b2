#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "gis/coordinates.h"
#include "gis/crs.h"
#include "propagation/p526/bullington.h"
#include "propagation/profile.h"

namespace phusong::analysis {

/// A point of the profile of a link. Heights are above sea level, which itself is curved.
struct LinkSample {
  double distance_km = 0.0;
  double ground_m = 0.0;
  double clutter_m = 0.0;  ///< above the ground, as the model has it: none at either end
  double bulge_m = 0.0;    ///< how far the Earth rises over the chord between the two ends
  double ray_m = 0.0;      ///< height of the straight line between the antennas over that chord
  double fresnel_m = 0.0;  ///< radius of the first Fresnel zone

  /// Height of ground and clutter over the chord.
  double surface_m() const { return ground_m + clutter_m + bulge_m; }
};

/// The sample with the largest Fresnel parameter ν.
struct LinkObstacle {
  std::size_t sample = 0;
  double over_ray_m = 0.0;  ///< negative where the ray passes above
  double nu = 0.0;
  gis::LonLat lon_lat;
};

/// The profile between two antennas over an Earth of k times its radius.
struct LinkProfile {
  double k_factor = 0.0;
  std::vector<LinkSample> samples;       ///< from the transmitter to the receiver, both included
  std::optional<LinkObstacle> obstacle;  ///< nothing for a path without length
};

/// A profile as a model had it, and the link along it.
struct LinkProfileQuery {
  propagation::Profile profile;
  propagation::p526::Terminals antennas;  ///< above sea level
  double frequency_mhz = 0.0;
  double effective_earth_radius_km = 0.0;
  gis::MapPoint from, to;
};

LinkProfile link_profile(const LinkProfileQuery& query, const gis::WorkingCrs& crs);

}  // namespace phusong::analysis

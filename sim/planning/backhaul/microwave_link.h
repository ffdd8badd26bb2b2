#pragma once

#include <optional>

#include "gis/terrain.h"
#include "propagation/p530/rain.h"
#include "sim/coverage/ground_profile.h"
#include "sim/planning/backhaul/backhaul.h"
#include "sim/scenario/options.h"

namespace phusong::planning {

/// A microwave link that works.
struct MicrowaveLink {
  double length_km = 0.0;                         ///< on the map
  double from_height_m = 0.0, to_height_m = 0.0;  ///< of the antennas above sea level
  double clearance_m = 0.0;                       ///< least over 0.6 F1, at k = 4/3 and 2/3
  double fade_margin_db = 0.0;                    ///< received level over the receiver's threshold
  double rain_db = 0.0;                           ///< A_0.01: exceeded by the rain's attenuation in 0.01 % of the year
  double multipath_percent = 0.0, rain_percent = 0.0;  ///< outages of an average year
  double availability_percent = 0.0;
};

/// Judges microwave links between masts by the rules of [backhaul]: at most max_hop_km; the ray free of ground and
/// vegetation over 0.6 of the first Fresnel zone at k = 4/3 and 2/3 (P.530, 2.2.2); an availability that rain and
/// multipath leave (P.530, 2.3 by dN1, and 2.4). Gases are left out: below 10 GHz they take less than 0.02 dB/km.
/// Holds scratch space: one object per thread. The terrain must outlive it.
class MicrowaveEngine {
 public:
  MicrowaveEngine(const gis::Terrain& terrain, const scenario::Options& options);

  /// Computes the link; nothing where none works: an end off the terrain or without a mast, both ends at one mast.
  std::optional<MicrowaveLink> link(const BackhaulNode& from, const BackhaulNode& to);

 private:
  bool is_clear(const BackhaulNode& from, const BackhaulNode& to, MicrowaveLink& link);
  bool hits_ground_coarsely(const BackhaulNode& from, const BackhaulNode& to, double length_km) const;
  bool is_available(MicrowaveLink& link, double latitude_deg) const;

  const gis::Terrain& terrain_;
  scenario::BackhaulOptions options_;
  double vegetation_m_;  ///< 0 over a surface model, which has it already
  coverage::GroundProfile profile_;
  std::vector<double> vegetation_profile_m_;
};

}  // namespace phusong::planning

#pragma once

#include <array>
#include <cstddef>
#include <optional>

#include "gis/terrain.h"
#include "propagation/p530/fresnel.h"
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

/// The effective Earth radius of the median and of 0.1 % of the time, over the Earth's (P.530, 2.2.2.1).
inline constexpr std::array kClearanceFactors = {4.0 / 3.0, 2.0 / 3.0};
/// The share of the first Fresnel radius that a link keeps free.
inline constexpr double kClearFresnelShare = 0.6;

/// Height of a link's antenna above the ground.
double link_antenna_height_m(const BackhaulNode& node);

/// What a link is worked out from, whether it works or not.
struct MicrowaveAccount {
  MicrowaveLink link;
  std::array<propagation::p530::Clearance, kClearanceFactors.size()> clearance;  ///< at each of kClearanceFactors
  double slant_km = 0.0;                                                         ///< between the antennas
  double free_space_db = 0.0, received_dbm = 0.0;
  // Nothing below is known where there is no fade margin.
  double p0_percent = 0.0;  ///< multipath occurrence factor of the worst month
  double multipath_worst_month_percent = 0.0;
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
  /// Computes the same without judging it, however long it is; nothing where an end is off the terrain or without a
  /// mast, or both are at one mast.
  std::optional<MicrowaveAccount> account(const BackhaulNode& from, const BackhaulNode& to);
  /// The profile of the link computed last, with its vegetation; until the next one.
  propagation::Profile last_profile() const {
    return {.distance_km = profile_.distance_km,
            .ground_m = profile_.ground_m,
            .clutter_m = vegetation_profile_m_,
            .zone = {},
            .has_equal_steps = true};
  }
  bool crosses_void() const { return profile_.crosses_void; }

 private:
  /// False where an end is off the terrain.
  bool trace(const BackhaulNode& from, const BackhaulNode& to, MicrowaveAccount& account);
  bool hits_ground_coarsely(const BackhaulNode& from, const BackhaulNode& to, double length_km) const;
  /// False without a fade margin.
  bool fade(MicrowaveAccount& account, double latitude_deg) const;

  const gis::Terrain& terrain_;
  scenario::BackhaulOptions options_;
  double vegetation_m_;  ///< 0 over a surface model, which has it already
  coverage::GroundProfile profile_;
  std::vector<double> vegetation_profile_m_;
};

}  // namespace phusong::planning

#pragma once

#include <span>

#include "gis/crs.h"
#include "gis/terrain.h"
#include "sim/coverage/point_losses.h"
#include "sim/coverage/store/entry_key.h"
#include "sim/coverage/transmitters.h"
#include "sim/scenario/options.h"

namespace phusong::coverage {

/// Keys of losses over one terrain with one set of settings. In them is all that a loss depends on, the version of the
/// program that computes it too; not in them is what is applied to it later: power, tilt, azimuth, pattern, thresholds.
class PathKeys {
 public:
  PathKeys(const gis::Terrain& terrain, const gis::WorkingCrs& crs, const scenario::Options& options);

  /// Losses over the disc of a transmitter.
  EntryKey over_disc(const Transmitter& transmitter) const;
  /// Losses to the points of a list that `in_range` names.
  EntryKey to_points(const Transmitter& transmitter, std::span<const ReceiverPoint> points,
                     std::span<const std::uint32_t> in_range) const;

 private:
  EntryKey all_have_;  ///< terrain, settings, program
};

}  // namespace phusong::coverage

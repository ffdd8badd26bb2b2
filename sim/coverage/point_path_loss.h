#pragma once

#include <span>
#include <vector>

#include "gis/terrain.h"
#include "sim/coverage/point_losses.h"
#include "sim/coverage/store/path_loss_store.h"
#include "sim/coverage/transmitters.h"
#include "sim/progress/progress.h"
#include "sim/scenario/options.h"

namespace phusong::coverage {

/// Exact point-to-point losses from transmitters to lists of points: what verdicts and plans rest on.
class PointPathLoss {
 public:
  /// `store` may be null: every path is computed.
  PointPathLoss(const gis::Terrain& terrain, const scenario::Options& options, PathLossStore* store = nullptr)
      : terrain_(terrain), options_(options), store_(store) {}

  /// The losses of every frequency of `transmitter`, whose `site` and `cells` are not looked at, to the points as far
  /// away as it is followed, from the store where they are there. Works on all threads and may be called from several
  /// at once; the same result for any number of them. Throws progress::Stopped.
  PointLosses compute(const Transmitter& transmitter, std::span<const ReceiverPoint> points,
                      const progress::Progress& progress) const;

 private:
  /// PointPath::point is an index into `in_range` here.
  PointLosses evaluate(const Transmitter& transmitter, std::span<const ReceiverPoint> points,
                       std::span<const std::uint32_t> in_range, const progress::Progress& progress) const;

  const gis::Terrain& terrain_;
  const scenario::Options& options_;
  PathLossStore* store_;
};

}  // namespace phusong::coverage

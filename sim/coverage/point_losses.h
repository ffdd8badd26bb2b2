#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "gis/coordinates.h"

namespace phusong::coverage {

/// A place that paths lead to; the receiver stands at the scenario's height above its ground.
struct ReceiverPoint {
  gis::MapPoint position;
  double latitude_deg = 0.0;
};

/// A path from a transmitter to one point.
struct PointPath {
  std::uint32_t point = 0;       ///< index into the list of points that was asked for
  std::uint32_t violations = 0;  ///< values outside the model's limits, over all frequencies
  bool is_short = false;         ///< too short for the models: free space and Bullington alone
  bool crosses_void = false;     ///< some of its terrain samples are void and were bridged
  double departure_deg = 0.0;    ///< up positive: towards the receiver or the radio horizon, the higher
};

/// The losses of one transmitter to the points within its range, in the order of the points. Points off the terrain
/// are left out.
struct PointLosses {
  std::size_t frequencies = 0;
  std::vector<PointPath> paths;
  std::vector<double> loss_db;  ///< [path][frequency], in dB; NaN beyond the range of that frequency

  std::span<const double> loss_db_of(std::size_t path) const {
    return std::span(loss_db).subspan(path * frequencies, frequencies);
  }
};

}  // namespace phusong::coverage

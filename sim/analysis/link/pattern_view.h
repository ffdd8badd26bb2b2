#pragma once

#include <optional>
#include <vector>

#include "sim/network/cell.h"

namespace phusong::analysis {

/// A direction as a cell's antenna sees it. Azimuths are from true north here, elevations up positive.
struct DirectionFromCell {
  double azimuth_deg = 0.0;
  double departure_deg = 0.0;    ///< of the ray: towards the receiver or the radio horizon, the higher
  double convergence_deg = 0.0;  ///< true azimuth less grid azimuth, at the mast
};

/// The antenna pattern of a cell with the direction of a link in it.
struct PatternView {
  DirectionFromCell direction;
  std::optional<double> boresight_deg;  ///< nothing: omnidirectional
  double off_boresight_deg = 0.0;       ///< azimuth less that of the boresight, within −180 … 180
  double attenuation_db = 0.0;          ///< in the direction, ≥ 0
  std::vector<double>
      azimuth_cut_db;  ///< attenuation at the ray's elevation, each degree of true azimuth from 0 to 359
  std::vector<double> elevation_cut_db;  ///< at the ray's azimuth, each degree of elevation from −90 to 90
};

PatternView pattern_view(const network::Cell& cell, const DirectionFromCell& direction);

}  // namespace phusong::analysis

#pragma once

#include <vector>

#include "sim/analysis/fixes/fix.h"
#include "sim/network/cell.h"
#include "sim/scenario/options.h"

namespace phusong::analysis {

/// A cell with one of its settings changed.
struct CellSetting {
  FixKind kind = FixKind::kTilt;
  double from = 0.0, to = 0.0;  ///< tilt in degrees, azimuth in degrees from true north, EIRP in dBm
  double change = 0.0;          ///< how far it is from the old one, > 0
  network::Cell cell;
};

/// The settings that a cell can be given within the limits of [analysis], the smallest change first: electrical tilts
/// in whole degrees, azimuths in steps of 5° either way, power in steps of 1 dB. An omnidirectional cell has no
/// azimuth.
std::vector<CellSetting> settings_of(const network::Cell& cell, FixKind kind, const scenario::AnalysisOptions& limits);

}  // namespace phusong::analysis

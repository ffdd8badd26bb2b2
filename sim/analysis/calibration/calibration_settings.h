#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "sim/network/technology.h"

namespace phusong::analysis {

/// Which measurements are compared with predictions. Floor and saturation by default are the ends of what a handset
/// reports: TS 45.008 8.1.4 (RxLev), TS 25.133 9.1.1.3 (CPICH RSCP), TS 36.133 9.1.4 (RSRP), TS 38.133 10.1.6
/// (SS-RSRP).
struct MeasurementFilter {
  network::PerTechnology<double> noise_floor_dbm{{-110.0, -120.0, -140.0, -156.0}};
  network::PerTechnology<double> saturation_dbm{{-48.0, -25.0, -44.0, -31.0}};
  /// Of transmitters that are no cell of the scenario; nothing: all their levels are taken as they are.
  std::optional<double> own_floor_dbm, own_saturation_dbm;
  double min_distance_m = 100.0;       ///< nearer the mast a measurement is left out
  double position_error_m = 10.0;      ///< of a receiver, standard error
  double max_bearing_error_deg = 5.0;  ///< left out where the position error turns the bearing from the mast further
};

/// How the residuals are fitted.
struct FitSettings {
  double huber_k = 1.345;         ///< in σ; 95 % efficient where errors are normal, Huber (1981) 4.5
  double reject_beyond = 3.5;     ///< in σ: gross outliers, left out once the fit has settled
  double offset_spread_db = 6.0;  ///< standard deviation that offsets of cells and clutter classes are expected to have
};

/// How held-out ground is chosen, and what convinces on it.
struct HoldOutSettings {
  double block_m = 2000.0;  ///< side of the squares of ground that are held out as a whole
  std::size_t folds = 5;
  std::uint64_t seed = 1;
  double standard_errors = 2.0;  ///< by which a correction must lower the mean loss on held-out ground
  double least_gain = 0.001;     ///< and this much at least: 0.2 % of the variance
};

struct CalibrationSettings {
  MeasurementFilter filter;
  FitSettings fit;
  HoldOutSettings hold_out;
};

}  // namespace phusong::analysis

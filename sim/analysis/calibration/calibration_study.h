#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "sim/analysis/calibration/calibration_settings.h"
#include "sim/analysis/calibration/compared.h"
#include "sim/analysis/calibration/ground_blocks.h"
#include "sim/analysis/calibration/residual_fit.h"
#include "sim/scenario/calibration.h"

namespace phusong::analysis {

/// How well predictions agree with measurements.
struct Agreement {
  std::size_t values = 0;    ///< above the noise floor: bias and RMSE are those of these
  std::size_t censored = 0;  ///< at the noise floor: they count in the hit rate alone
  double bias_db = 0.0;      ///< mean of measured − predicted
  double rmse_db = 0.0;
  std::size_t judged = 0;          ///< levels of cells of which it is known on which side of the threshold they are
  std::optional<double> hit_rate;  ///< share of these that are predicted on that side; nothing without any
};

/// What a correction brought on held-out ground, in the mean loss of a measurement there: Huber's ρ of the residual
/// over σ, of a censored one −log Φ. Positive is better.
struct HeldOutGain {
  double gain = 0.0;
  double standard_error = 0.0;  ///< by the differences between blocks
  bool is_kept = false;         ///< the gain is large enough, and beyond chance
};

/// A correction tried beside those kept before it.
struct TermTrial {
  CorrectionTerm term = CorrectionTerm::kTechnology;
  HeldOutGain gain;
};

/// A comparison of measurements with predictions, and the corrections that follow from it.
struct CalibrationStudy {
  ComparedMeasurements compared;
  GroundBlocks blocks;                      ///< of `compared.used`
  std::vector<int> clutter_classes;         ///< those that a measurement stands in; ResidualFit::clutter counts by them
  std::vector<TermTrial> trials;            ///< in the order in which they were tried
  HeldOutGain sigma_gain;                   ///< of the spread that was measured, in the place of the scenario's
  ResidualFit fit;                          ///< of all measurements, with the terms that are kept
  scenario::Calibration corrections;        ///< what helps; rounded as the file has it
  std::vector<double> corrected_db;         ///< predictions of `compared.used` with all of it
  std::vector<double> held_out_db;          ///< the same by corrections fitted without the measurement's fold
  Agreement before, after, held_out_after;  ///< every measurement is held out once, so that `before` is of both

  /// Whether any correction helps, and all are plausible.
  bool helps() const;
  /// Whether a scenario takes the corrections, and the spread of the residuals as one over locations. Else measurements
  /// and network do not belong together: other units, other cells.
  bool is_plausible() const;
};

/// Fits the corrections term by term, from the general to the particular; each is kept where it lowers the loss on
/// held-out ground beside those kept before. Throws gis::InputError where nothing can be held out, and
/// progress::Stopped.
CalibrationStudy study_calibration(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                   const scenario::Measurements& measurements, const CalibrationSettings& settings,
                                   progress::Progress& progress);

}  // namespace phusong::analysis

#pragma once

#include <string>

#include "sim/report/calibration/calibration_report.h"

namespace phusong::report {

// Pictures as SVG, of measurements above the noise floor, before the corrections and after; the same bytes for the same
// study. Before and after are of the same measurements, after by corrections that were fitted without their own fold.

/// Measured over predicted levels, as shades of how many there are. Path losses count as levels of −loss.
std::string measured_predicted_picture(const CalibrationReport& report);
/// Median and tenths of the residual over distance.
std::string residual_distance_picture(const CalibrationReport& report);
/// How often residuals of each size are.
std::string residual_histogram_picture(const CalibrationReport& report);

}  // namespace phusong::report

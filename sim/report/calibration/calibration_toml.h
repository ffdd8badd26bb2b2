#pragma once

#include <string>

#include "sim/report/calibration/calibration_report.h"

namespace phusong::report {

/// calibration.toml: the corrections that help, as [propagation] calibration reads them.
std::string calibration_toml(const CalibrationReport& report);

}  // namespace phusong::report

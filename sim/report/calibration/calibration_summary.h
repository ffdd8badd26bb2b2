#pragma once

#include <filesystem>
#include <string>

#include "sim/report/calibration/calibration_report.h"

namespace phusong::report {

/// What was compared and what helps, in the language of the report.
std::string calibration_findings(const CalibrationReport& report);

/// The same, and where it helps that `folder` holds its files. The line for scenario.toml has the path as seen from the
/// scenario's folder.
std::string calibration_summary(const CalibrationReport& report, const std::filesystem::path& folder);

}  // namespace phusong::report

#pragma once

#include <filesystem>
#include <string>

#include "sim/report/calibration/calibration_report.h"

namespace phusong::report {

/// What a calibration came to, in the language of the report; `folder` holds its files where it helps. The line for
/// scenario.toml has the path as seen from the scenario's folder.
std::string calibration_summary(const CalibrationReport& report, const std::filesystem::path& folder);

}  // namespace phusong::report

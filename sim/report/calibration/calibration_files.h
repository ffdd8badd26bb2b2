#pragma once

#include <filesystem>

#include "sim/report/calibration/calibration_report.h"

namespace phusong::report {

/// Removes the files of an earlier calibration from a folder.
void clear_calibration(const std::filesystem::path& folder);

/// Fills a folder, which is made where it is missing, with calibration.toml, residuals.gpkg, the pictures and, last,
/// calibration.json. Throws gis::MachineError naming the file.
void write_calibration(const std::filesystem::path& folder, const CalibrationReport& report);

}  // namespace phusong::report

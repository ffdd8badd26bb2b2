#pragma once

#include <filesystem>

#include "gis/vector_writer.h"
#include "sim/report/calibration/calibration_report.h"

namespace phusong::report {

/// Every measurement with its prediction before and after, or why it is left out; by row.
gis::OutputTable residual_table(const CalibrationReport& report);

/// residuals.gpkg, with its style in it.
void write_residuals(const std::filesystem::path& path, const CalibrationReport& report);

}  // namespace phusong::report

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "gis/vector_writer.h"
#include "sim/report/calibration/calibration_report.h"

namespace phusong::report {

/// Every measurement with its prediction before and after, or why it is left out; by row.
gis::OutputTable residual_table(const CalibrationReport& report);

/// A QGIS style (.qml) for them: measured stronger or weaker by shape and colour.
std::string residual_style(std::string_view language);

/// residuals.gpkg, with that style in it.
void write_residuals(const std::filesystem::path& path, const CalibrationReport& report);

}  // namespace phusong::report

#pragma once

#include <nlohmann/json_fwd.hpp>

#include "sim/report/calibration/calibration_report.h"

namespace phusong::report {

/// calibration.json, as sim/report/calibration/calibration.schema.json describes it.
nlohmann::ordered_json calibration_json(const CalibrationReport& report);

}  // namespace phusong::report

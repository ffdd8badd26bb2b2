#pragma once

#include <filesystem>
#include <vector>

#include "gis/land_cover.h"
#include "gis/problem.h"
#include "sim/network/cell.h"
#include "sim/scenario/calibration.h"

namespace phusong::scenario {

/// The names that a file of corrections may use.
struct CalibrationNames {
  const std::vector<network::Cell>& cells;
  const std::vector<gis::LandCoverClass>& land_cover_classes;
  bool has_land_cover = false;
};

/// Reads the file that [propagation] calibration names. A cell or class that the scenario does not have, an unknown
/// key, a wrong type and a value out of range are added to `problems`; throws gis::InputError for a syntax error,
/// alone.
Calibration read_calibration(const std::filesystem::path& path, const CalibrationNames& names, gis::Problems& problems);

}  // namespace phusong::scenario

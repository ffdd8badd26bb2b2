#pragma once

#include <filesystem>
#include <string>

#include "gis/crs.h"
#include "sim/scenario/synth/province.h"

namespace phusong::synth {

/// Where a province is written.
struct Destination {
  std::filesystem::path scenario;  ///< gets scenario.toml
  std::filesystem::path data;      ///< gets terrain and tables; may be the same folder
};

/// Writes the province as a scenario that can be run at once. `command` is the command line that makes it again, for
/// the README. Both folders are made where absent. Throws std::runtime_error.
void write_province(const Province& province, const Options& options, const gis::WorkingCrs& crs,
                    const Destination& destination, const std::string& command);

}  // namespace phusong::synth

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "gis/lon_lat_box.h"

namespace phusong::intake {

/// What a new scenario is of.
struct StartOptions {
  std::filesystem::path folder;  ///< made where absent
  std::string province;
  gis::LonLatBox box;
  std::string crs;                ///< working CRS, or "auto"
  std::filesystem::path fetched;  ///< folder that `fetch` wrote, or is to write
  std::string language = "vi";
};

struct StartedScenario {
  std::vector<std::filesystem::path> to_fill;  ///< the tables that have to be filled in
  std::string said;                            ///< what was made and what to do next, in the language of the options
};

/// Writes scenario.toml with every key, a table of headers for each that a scenario can have, and README.md, which says
/// what to fill in. Tables are separated by ";" in Vietnamese, as a spreadsheet set so opens them. Throws MachineError.
StartedScenario start_scenario(const StartOptions& options);

}  // namespace phusong::intake

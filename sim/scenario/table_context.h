#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gis/crs.h"
#include "sim/scenario/toml_reader.h"

namespace phusong::scenario {

/// What the reader of a table needs beside the table.
struct TableContext {
  const gis::WorkingCrs* crs = nullptr;       ///< nothing when the scenario's own is wrong: positions stay unset
  std::optional<gis::LonLat> terrain_centre;  ///< nothing when the terrain cannot be read
  const GivenKeys& given;
  gis::Problems& problems;
  std::vector<std::string>& notes;

  void note(std::string text) const {
    if (!text.empty()) notes.push_back(std::move(text));
  }
};

}  // namespace phusong::scenario

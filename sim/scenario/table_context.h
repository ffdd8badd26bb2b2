#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "gis/crs.h"
#include "gis/input_note.h"
#include "sim/scenario/toml_reader.h"

namespace phusong::scenario {

/// What the reader of a table needs beside the table.
struct TableContext {
  const gis::WorkingCrs* crs = nullptr;       ///< nothing when the scenario's own is wrong: positions stay unset
  std::optional<gis::LonLat> terrain_centre;  ///< nothing when the terrain cannot be read
  const GivenKeys& given;
  gis::Problems& problems;
  std::vector<gis::InputNote>& notes;

  void note(gis::InputNote note) const { notes.push_back(std::move(note)); }
  void note_all(const std::vector<gis::InputNote>& more) const { notes.insert(notes.end(), more.begin(), more.end()); }
};

}  // namespace phusong::scenario

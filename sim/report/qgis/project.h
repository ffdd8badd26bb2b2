#pragma once

#include <string>

#include "sim/report/stored/stored_run.h"

namespace phusong::report {

inline constexpr const char* kProjectFile = "phusong.qgz";

/// phusong.qgz in the folder of a run: a QGIS project (3.22 and newer) of all layers that the run wrote, with relative
/// paths, a map theme and a print layout for each topic that there are layers for. `language` is "vi" or "en". Throws
/// gis::InputError where a file of the run cannot be read, gis::MachineError where the project cannot be written.
void write_project(const StoredRun& run, const std::string& language);

/// The text of the project inside it.
std::string project_text(const StoredRun& run, const std::string& language);

}  // namespace phusong::report

#pragma once

#include <string>

#include "sim/report/stored/stored_run.h"

namespace phusong::report {

/// What people open of a run, made from the files that it has written: report.html, tables.xlsx,
/// phusong.qgz. Called at the end of a run and by
/// `phusong report`. `language` is "vi" or "en"; empty: that of the run. The project has
/// the language of the run in any case, as its layers have. Throws gis::InputError where a file of the run
/// cannot be read, gis::MachineError where one cannot be written.
void write_presentation(const StoredRun& run, const std::string& language = "");

/// Whether it is all there.
bool presentation_exists(const std::filesystem::path& run_folder);

/// The language of a run's report, "vi" or "en".
std::string language_of(const StoredRun& run);

}  // namespace phusong::report

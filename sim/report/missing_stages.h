#pragma once

#include <string>

#include "sim/report/stored/stored_run.h"

namespace phusong::report {

/// A line for each stage that a run lacks, with the command that makes it; empty where it lacks none.
/// In Vietnamese for "vi", in English else.
std::string missing_stages_text(const StoredRun& run, const std::string& language);

}  // namespace phusong::report

#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sim/report/stored/stored_run.h"

namespace phusong::report {

/// All that the page of a run shows, read from the run's files: what `report.js` takes. `language` is "vi" or "en".
/// Throws gis::InputError where a file of the run cannot be read.
nlohmann::ordered_json page_data(const StoredRun& run, const std::string& language);

/// Which stages a run has: {"coverage": true, "plan": false, …}.
nlohmann::ordered_json page_stages(const StoredRun& run);

}  // namespace phusong::report

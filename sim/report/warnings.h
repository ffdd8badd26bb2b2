#pragma once

#include <string>
#include <vector>

#include "sim/report/run_data.h"

namespace phusong::report {

/// What the user should know of the input: the scenario's notes, then masts and hamlets off the terrain by name.
std::vector<std::string> warnings(const RunData& run);

}  // namespace phusong::report

#pragma once

#include <string>

#include "sim/planning/milp/model.h"

namespace phusong::planning::milp {

/// The model in CPLEX LP format, numbers to the last digit: `cbc FILE.lp` reads it.
std::string lp_text(const Model& model);

}  // namespace phusong::planning::milp

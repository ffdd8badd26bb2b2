#pragma once

#include <string>

#include "sim/optimisation/milp/model.h"

namespace phusong::milp {

/// The model in CPLEX LP format, numbers to the last digit: `cbc FILE.lp` reads it. Letters that the format does not
/// know become '_', and a number sets names apart that would be the same. A row with two limits is written as two.
std::string lp_text(const Model& model);

}  // namespace phusong::milp

#pragma once

#include <string>

#include "sim/optimisation/milp/model.h"

namespace phusong::milp {

/// The model in CPLEX LP format, with all digits of its numbers: `cbc FILE.lp` reads it. Letters that the format does
/// not know become '_', and a number is appended to names that would be equal. A row with two bounds is written as two
/// rows.
std::string lp_text(const Model& model);

}  // namespace phusong::milp

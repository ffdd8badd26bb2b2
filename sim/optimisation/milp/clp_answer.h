#pragma once

#include "sim/optimisation/milp/solve.h"

class ClpSimplex;

namespace phusong::milp {

/// What a solved linear program answers, in the signs of the model it was made from. `sign`: coin_sign() of the model.
Relaxation answer_of(const ClpSimplex& simplex, double sign, double constant);

}  // namespace phusong::milp

#pragma once

#include "sim/optimisation/milp/solve.h"

class ClpSimplex;

namespace phusong::milp {

/// The solution of a solved linear program, in the signs of the model it was made from. `sign`: coin_sign() of the
/// model; `constant`: its constant.
Relaxation relaxation_of(const ClpSimplex& simplex, double sign, double constant);

}  // namespace phusong::milp

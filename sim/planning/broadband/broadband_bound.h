#pragma once

#include "sim/planning/broadband/broadband_problem.h"

namespace phusong::planning {

/// Computes a length in kilometres that no tree over the root and k = `needed` of the n hamlets is below, the larger of
///   max_p D(p) − p (n − k)    (1)  D(p): dual ascent with penalty p per hamlet that is left out (Lagrangian bound)
///   Σ of k shortest edges     (2)  of the shortest tree over all hamlets
/// `found_km`: the length of a tree that is known, which tells near which penalties to look.
double least_length_km(const BroadbandProblem& problem, double found_km);

}  // namespace phusong::planning

#pragma once

#include <vector>

#include "sim/optimisation/covering/problem/covering_problem.h"
#include "sim/planning/candidates/candidate.h"
#include "sim/planning/cost_line.h"
#include "sim/planning/matrix/coverage_matrix.h"
#include "sim/scenario/scenario.h"

namespace phusong::planning {

/// The values that a selection problem is made from.
struct SelectionInputs {
  const scenario::Scenario& scenario;
  const coverage::CoverageResult& today;  ///< the plan's operator in its first column
  const Need& need;
  const CandidateSet& set;
  const CoverageMatrix& matrix;
  const std::vector<Cost>& costs;  ///< of each candidate with its backhaul
};

/// Translates the plan's goal into a covering problem over the candidates: option i is candidate i, hamlet i is row i
/// of the hamlets.
covering::Problem selection_problem(const SelectionInputs& inputs);

/// Numbers the communes, and returns the number of each hamlet's commune; communes are told apart by province, district
/// and name.
std::vector<std::size_t> commune_of_hamlets(const network::Network& network);

}  // namespace phusong::planning

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "gis/terrain.h"
#include "sim/analysis/resilience/failure_event.h"
#include "sim/coverage/verdict.h"
#include "sim/progress/progress.h"

namespace phusong::analysis {

/// The hamlets whose status falls, and the people who live there.
struct Loss {
  std::vector<std::size_t> hamlets;  ///< indices into Network::hamlets, ascending
  std::int64_t people = 0;
};

/// What one operator loses.
struct OperatorLoss {
  std::string operator_name;
  Loss loss;
};

/// What a failure takes away.
struct FailureOutcome {
  FailureEvent event;
  /// One of each operator of the coverage run that has masts among those off, in its order; also where nothing is
  /// lost. Of a run that judges nothing but "any", "any".
  std::vector<OperatorLoss> by_operator;
  Loss any_operator;  ///< of the union of all operators, the run's last column
};

/// Everything that can fail, and what is lost then.
struct Resilience {
  std::vector<FailureOutcome> outcomes;  ///< in the order of failure_events
  /// Indices into `outcomes` of those that take anything away, the worst first: by the people that all operators
  /// together lose, then by those that the operators lose, counted once for each operator.
  std::vector<std::size_t> worst_first;
};

/// Judges the hamlets again for every event. `coverage` has the signals from covering_levels_dbm up. The same for any
/// number of threads. Throws progress::Stopped.
Resilience compute_resilience(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                              const coverage::CoverageResult& coverage, progress::Progress& progress);

/// Adds up the people of the hamlets.
Loss loss_of(const network::Network& network, std::vector<std::size_t> hamlets);

}  // namespace phusong::analysis

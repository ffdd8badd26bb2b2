#pragma once

#include <cstddef>

#include "sim/coverage/verdict.h"
#include "sim/report/totals.h"
#include "sim/scenario/scenario.h"

namespace phusong::report {

/// What the files of a run are made from.
struct RunData {
  const scenario::Scenario& scenario;
  const coverage::CoverageResult& coverage;
  const Totals& totals;

  const network::Network& network() const { return scenario.network; }
  /// Whose verdicts the hamlet files show: "any", or the only operator asked for.
  std::size_t main_operator() const { return coverage.operators.size() - 1; }
};

}  // namespace phusong::report

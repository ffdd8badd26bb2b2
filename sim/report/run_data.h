#pragma once

#include <cstddef>
#include <span>

#include "sim/analysis/fixes/fix.h"
#include "sim/analysis/why_not/why_not.h"
#include "sim/coverage/environments.h"
#include "sim/coverage/verdict.h"
#include "sim/report/totals.h"
#include "sim/scenario/scenario.h"

namespace phusong::report {

/// What the files of a run are made from.
struct RunData {
  const scenario::Scenario& scenario;
  const coverage::CoverageResult& coverage;
  const Totals& totals;
  std::span<const coverage::EnvironmentCoverage> more_environments{};  ///< in the order of the scenario
  std::span<const analysis::WhyNot> why_not{};                         ///< of the main operator, by hamlet
  const analysis::FixStudy* fixes = nullptr;                           ///< of the same; where they were looked for

  const network::Network& network() const { return scenario.network; }
  /// Whose verdicts the hamlet files show: "any", or the only operator asked for.
  std::size_t main_operator() const { return coverage.operators.size() - 1; }
};

}  // namespace phusong::report

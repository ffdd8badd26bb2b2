#pragma once

#include "sim/report/run_data.h"

namespace phusong::tests {

/// Four hamlets in two communes that share a name but not a district; 2G and 4G of one operator, and "any".
///
/// | hamlet | people | district | 4G          | target  |
/// |--------|--------|----------|-------------|---------|
/// | H1     | 100    | Bắc      | covered, 1  | covered |
/// | H2     | 200    | Bắc      | hollow, 0.5 | hollow  |
/// | H3     | 300    | Nam      | white, 0    | white   |
/// | H4     | 400    | Nam      | unknown     | unknown |
struct TinyRun {
  scenario::Scenario scenario;
  coverage::CoverageResult result;
  report::Totals totals;

  TinyRun();
  report::RunData data() const { return {scenario, result, totals}; }
  /// Adds up again after a test has changed something.
  void add_up() { totals = report::add_up(scenario.network, result, scenario.options.plan.hollow_counts); }
};

}  // namespace phusong::tests

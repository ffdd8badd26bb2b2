#pragma once

#include "sim/analysis/resilience/failure_event.h"
#include "sim/coverage/verdict.h"
#include "sim/scenario/scenario.h"

namespace phusong::tests {

/// Six masts of two operators among hills, S0 to S5, of which the even ones are A's, with 3G and 4G, and sixteen
/// hamlets between them in two districts. S3 hangs on S2, S2 on S1, S1 on S0, and S5 on S1; S0 and S4 have no link.
scenario::Scenario failing_world();

/// The coverage of a scenario over the hills, with the signals that verdicts are taken again from.
coverage::CoverageResult coverage_of(const scenario::Scenario& scenario);

/// The events of one kind.
std::vector<analysis::FailureEvent> events_of(const scenario::Scenario& scenario, analysis::FailureKind kind);

}  // namespace phusong::tests

#pragma once

#include "../tiny_run.h"
#include "sim/report/plan/plan_data.h"

namespace phusong::tests {

/// Plans for the hamlets of TinyRun, put together by hand; H1 counts today.
///
/// | candidate | what                        | covers      | chosen                                      |
/// |-----------|-----------------------------|-------------|---------------------------------------------|
/// | N-H2-30m  | new mast, 4G, to the relay  | H2, point 0 | step 2, gains H2                            |
/// | S1+4G     | 4G on the mast S1           | H3, point 1 | step 3, gains nothing                       |
/// | R-H3-12m  | pole, 4G                    | H3, point 0 | no                                          |
///
/// The relay K1 is step 1; H3 and H4 stay unserved.
struct TinyPlan {
  scenario::Scenario scenario;
  planning::Plan plan;

  planning::StationPlan& stations() { return std::get<planning::StationPlan>(plan); }
  planning::PlanOutcome& outcome();
  report::PlanData data() const { return {scenario, plan}; }
  void speak(const char* language) { scenario.options.report.language = language; }
};

TinyPlan tiny_station_plan();
/// Fibre from H1 to H2.
TinyPlan tiny_broadband_plan();

}  // namespace phusong::tests

#pragma once

#include <string>
#include <vector>

#include "sim/analysis/resilience/plan_resilience.h"
#include "sim/analysis/uncertainty/confident_plan.h"
#include "sim/planning/plan.h"
#include "sim/scenario/scenario.h"

namespace phusong::report {

/// The values that the files of a plan are made from.
struct PlanData {
  const scenario::Scenario& scenario;
  const planning::Plan& plan;
  std::vector<analysis::PlanPart> parts{};  ///< and what each of them carries; none where the plan is of fibre
  const analysis::PlanConfidence* confidence = nullptr;  ///< where plan.target.confidence is asked for

  const scenario::PlanOptions& options() const { return scenario.options.plan; }
  const planning::PlanOutcome& outcome() const { return outcome_of(plan); }
  const planning::BroadbandPlan* broadband() const { return std::get_if<planning::BroadbandPlan>(&plan); }
  /// Without any where the plan is of fibre.
  const planning::StationPlan& stations() const;
};

/// "3G+4G"
std::string names_of(const std::vector<network::Technology>& technologies);

}  // namespace phusong::report

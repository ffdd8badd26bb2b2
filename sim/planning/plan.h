#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sim/coverage/verdict.h"
#include "sim/planning/broadband/broadband.h"
#include "sim/planning/candidate_study.h"
#include "sim/planning/connected_stations.h"
#include "sim/planning/full_bound.h"
#include "sim/planning/new_rows.h"
#include "sim/planning/plan_note.h"
#include "sim/planning/plan_step.h"
#include "sim/planning/site_cost_line.h"
#include "sim/planning/unserved.h"
#include "sim/progress/stop_reason.h"

namespace phusong::planning {

/// Hamlets that count towards the target, and the people who live in them.
struct Reach {
  std::size_t hamlets = 0;
  std::int64_t people = 0;
};

/// The bound of a plan: how far from the optimum it can be.
struct Optimality {
  double objective = 0.0;    ///< capex + opex_years · opex; with a budget the value that is reached
  double lower_bound = 0.0;  ///< no plan costs less; with a budget none reaches more
  double gap = 0.0;
  progress::StopReason stopped_by = progress::StopReason::kOptimal;
};

/// The results that every plan has, whatever it builds.
struct PlanOutcome {
  Reach before, after;
  bool reached = true;  ///< the target
  std::vector<SiteCostLine> cost_lines;
  Cost cost;  ///< of all cost lines
  std::vector<PlanStep> steps;
  Optimality optimality;
  std::vector<UnservedHamlet> unserved;
  std::vector<PlanNote> notes;
};

/// The goal of stations, and the goal that the bound of a plan belongs to.
struct StationGoal {
  double needed = 0.0;  ///< hamlets, or people, that are to count; 0 for a budget
  /// The most that can be reached, where the target is out of reach: the bound belongs to this value, without any
  /// minimum of communes.
  std::optional<double> within_reach;
};

/// Stations with their power and backhaul, as the coverage stage has checked them.
struct StationPlan {
  PlanOutcome outcome;
  CandidateStudy candidates;
  StationGoal goal;
  std::string solver;  ///< what found the stations and what proved the bound
  std::vector<PlannedStation> stations;
  SharedBackhaul backhaul;
  NewRows rows;
  std::optional<FullBound> full;           ///< nothing where the goal is a budget
  coverage::CoverageResult before, after;  ///< of the plan's operator, its one column
  std::vector<network::Cell> built_cells;  ///< that `after` names by index: those on air, then those of `rows`
};

/// Fibre to hamlets, where the target is fixed broadband: no station is planned then.
struct BroadbandPlan {
  PlanOutcome outcome;
  FibreNetwork fibre;
};

/// The result of planning.
using Plan = std::variant<StationPlan, BroadbandPlan>;

/// Returns the results that both kinds of plan have.
const PlanOutcome& outcome_of(const Plan& plan);

}  // namespace phusong::planning

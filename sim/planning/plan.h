#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/coverage/verdict.h"
#include "sim/optimisation/covering/solve.h"
#include "sim/planning/backhaul/share.h"
#include "sim/planning/broadband/broadband.h"
#include "sim/planning/candidates/candidate.h"
#include "sim/planning/costs/station_costs.h"
#include "sim/planning/matrix/coverage_matrix.h"
#include "sim/planning/need.h"
#include "sim/planning/new_rows.h"

namespace phusong::planning {

/// What a candidate costs and how it would be connected by itself.
struct CandidateCost {
  StationCost station;
  BackhaulChain chain;  ///< empty where its mast is connected

  Cost cost() const;  ///< both
};

/// A station of the plan.
struct PlannedStation {
  std::size_t candidate = 0;  ///< index into CandidateSet::candidates
  BackhaulNode node;
};

/// A row of steps.csv.
struct PlanStep {
  int year = 1;
  std::optional<std::size_t> station;  ///< index into Plan::stations; nothing: a relay, or fibre to a hamlet
  std::optional<std::size_t> relay;    ///< index into SharedBackhaul::relays
  std::vector<std::size_t> links;      ///< of the backhaul that are built with it, the first its own
  Cost cost;
  std::vector<std::size_t> hamlets_gained;
  double cumulative_hamlet_share = 0.0;
};

/// A bound of the least objective of stations and backhaul together, and how far the plan is from it.
struct FullBound {
  double objective = 0.0;    ///< of the plan: capex + opex_years · opex
  double lower_bound = 0.0;  ///< each station with the cheapest single link that it could begin with
  double gap = 0.0;
};

/// A row of cost_lines.csv.
struct SiteCostLine {
  std::string site_id;
  CostLine line;
};

/// What somebody who reads a plan has to know of it; the report has the words.
struct PlanNote {
  enum class Kind {
    kChosenForLess,  ///< the budget was broken by links that masts have room for: chosen again; `million_vnd` before
    kLinksCostMore,  ///< links that masts have room for make the plan dearer, by `million_vnd`
    kNoRoads,        ///< no access road is counted for `count` stations
    kDearYears,      ///< `count` steps are dearer than the budget of a year, `million_vnd`
    kCandidateOffTerrain,  ///< a row of the candidates table, `id`
    kSiteOffTerrain        ///< a candidate of the sites table, `id`
  };
  Kind kind = Kind::kNoRoads;
  std::size_t count = 0;
  double million_vnd = 0.0;
  std::string id{};
};

/// Everything that the planner says.
struct Plan {
  coverage::CoverageResult before, after;  ///< of the plan's operator, its one column; `after` by the coverage stage
  Need need;
  CandidateSet set;  ///< candidates that cover something
  CoverageMatrix matrix;
  std::vector<CandidateCost> costs;  ///< of each candidate
  covering::Problem problem;
  covering::Solution selection;
  std::vector<PlannedStation> stations;
  SharedBackhaul backhaul;
  NewRows rows;
  std::vector<network::Cell> built_cells;  ///< that `after` names by index: those on air, then those of `rows`
  std::vector<SiteCostLine> cost_lines;
  std::vector<PlanStep> steps;
  Cost cost;                               ///< of all cost lines
  std::optional<FullBound> full;           ///< nothing where the goal is a budget
  std::optional<BroadbandPlan> broadband;  ///< where the goal is fixed broadband: nothing else is planned then
  std::size_t hamlets_before = 0, hamlets_after = 0;
  bool reached = true;
  std::vector<PlanNote> notes;
};

}  // namespace phusong::planning

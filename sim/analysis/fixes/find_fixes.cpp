#include "sim/analysis/fixes/find_fixes.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "sim/analysis/fixes/cell_fixes.h"
#include "sim/analysis/fixes/station_fixes.h"
#include "sim/analysis/fixes/trial.h"
#include "sim/coverage/for_each_index.h"
#include "sim/coverage/operator_columns.h"
#include "sim/planning/backhaul/finder.h"
#include "sim/scenario/costs_table.h"

namespace phusong::analysis {
namespace {

using coverage::Status;

/// The scenario of a plan for the column's operator that would serve every hamlet which is not covered.
scenario::Scenario for_planner(const scenario::Scenario& scenario, const std::string& operator_name) {
  scenario::Scenario result = scenario;
  result.options.plan.operator_name = operator_name;
  result.options.plan.hollow_counts = false;
  return result;
}

/// The one column of a coverage run, as the planner takes it.
coverage::CoverageResult column_of(const coverage::CoverageResult& coverage, std::size_t column) {
  coverage::CoverageResult result;
  result.technologies = coverage.technologies;
  result.operators = {coverage.operators[column]};
  result.verdicts = {coverage.verdicts[column]};
  result.points = coverage.points;
  result.service = {coverage.service[column]};
  result.places = coverage.places;
  return result;
}

planning::CandidateStudy study_of(const FixContext& context, progress::Progress& progress) {
  // The paths of the masts on air come back, those of candidates never.
  if (context.store != nullptr) context.store->close_memory();
  const scenario::Scenario scenario = for_planner(context.scenario, context.coverage.operators[context.column]);
  planning::CandidateStudy study = planning::find_useful_candidates(
      scenario, context.terrain, column_of(context.coverage, context.column), context.store, progress);
  const planning::BackhaulFinder finder(scenario, context.terrain, planning::relay_locations(study.set));
  study.costs = planning::candidate_costs(scenario, study.set, finder, progress);
  return study;
}

/// Hamlets that are not covered: those with ground, and those without.
struct ToFix {
  std::vector<std::size_t> with_ground, without_ground;
};

ToFix hamlets_to_fix(const FixContext& context) {
  ToFix result;
  for (std::size_t hamlet = 0; hamlet < context.scenario.network.hamlets.size(); ++hamlet) {
    const Status status = context.verdict(hamlet).status;
    if (status == Status::kUnknown) result.without_ground.push_back(hamlet);
    if (status == Status::kHollow || status == Status::kWhite) result.with_ground.push_back(hamlet);
  }
  return result;
}

void confirm(const FixContext& context, CellFix& of, progress::Progress& progress) {
  if (!of.fix.is_tried()) return;
  const NetworkChange change{.changed_cell = of.cell, .cell = of.after, .new_sites = {}, .new_cells = {}};
  of.fix.after = outcome_with(context, of.fix.hamlet, change, progress);
  of.fix.cost = planning::total({planning::cost_line(context.scenario.plan_tables.cost_of("site_visit"), 1.0)});
}

void confirm(const FixContext& context, const planning::CandidateStudy& study, StationFix& of,
             progress::Progress& progress) {
  if (!of.candidate) return;
  const NetworkChange change = change_of(context, study, *of.candidate);
  of.fix.after = outcome_with(context, of.fix.hamlet, change, progress);
  of.fix.hamlets_lost = hamlets_lost_by(context, std::nullopt, new_signals(context, change, progress));
}

/// Ranks the fixes of one hamlet, the best first, those that were not tried last.
void rank(std::vector<Fix>& fixes, double opex_years) {
  const auto key = [&](const Fix& fix) {
    return std::tuple(!fix.is_tried(), !fix.covers(), !fix.hamlets_lost.empty(), fix.covers() ? 0.0 : -fix.after.share,
                      fix.cost.objective_million_vnd(opex_years), fix.kind);
  };
  std::ranges::stable_sort(fixes, {}, key);
  int next = 1;
  for (Fix& fix : fixes)
    fix.rank = fix.is_tried() ? next++ : 0;
}

std::vector<Fix> without_ground(std::size_t hamlet) {
  std::vector<Fix> fixes;
  for (const FixKind kind : kFixKinds)
    fixes.push_back({.hamlet = hamlet, .kind = kind, .obstacle = FixObstacle::kNoTerrain});
  return fixes;
}

}  // namespace

std::string_view name_of(FixKind kind) {
  switch (kind) {
    case FixKind::kTilt:
      return "tilt";
    case FixKind::kAzimuth:
      return "azimuth";
    case FixKind::kPower:
      return "power";
    case FixKind::kTechnology:
      return "technology";
    case FixKind::kPole:
      return "pole";
    case FixKind::kMast:
      return "mast";
  }
  return "";
}

FixStudy find_fixes(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                    const coverage::CoverageResult& coverage, std::size_t column, coverage::PathLossStore* store,
                    progress::Progress& progress) {
  const SignalVerdicts verdicts(scenario, terrain, coverage);
  const HearingHamlets hearing(coverage, scenario.network.cells.size());
  const FixContext context{.scenario = scenario,
                           .terrain = terrain,
                           .coverage = coverage,
                           .verdicts = verdicts,
                           .hearing = hearing,
                           .column = column,
                           .store = store};
  const ToFix to_fix = hamlets_to_fix(context);
  std::vector<CellFix> cell_fixes = find_cell_fixes(context, to_fix.with_ground, progress);
  const planning::CandidateStudy study = study_of(context, progress);
  std::vector<StationFix> station_fixes = find_station_fixes(context, study, to_fix.with_ground);
  progress.begin("fixes", cell_fixes.size() + station_fixes.size());
  coverage::for_each_index(cell_fixes.size() + station_fixes.size(), [&](std::size_t i) {
    progress.throw_if_stopped();
    if (i < cell_fixes.size()) {
      confirm(context, cell_fixes[i], progress);
    } else {
      confirm(context, study, station_fixes[i - cell_fixes.size()], progress);
    }
    progress.advance(1);
  });
  std::vector<std::vector<Fix>> of_hamlet(scenario.network.hamlets.size());
  FixStudy result;
  for (CellFix& of : cell_fixes)
    of_hamlet[of.fix.hamlet].push_back(std::move(of.fix));
  for (StationFix& of : station_fixes) {
    if (of.candidate) add_rows_of(context, study, *of.candidate, result.rows);
    of_hamlet[of.fix.hamlet].push_back(std::move(of.fix));
  }
  for (const std::size_t hamlet : to_fix.without_ground)
    of_hamlet[hamlet] = without_ground(hamlet);
  for (std::vector<Fix>& fixes : of_hamlet) {
    rank(fixes, scenario.options.plan.opex_years);
    std::ranges::move(fixes, std::back_inserter(result.fixes));
  }
  return result;
}

}  // namespace phusong::analysis

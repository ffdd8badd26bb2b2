#include "sim/analysis/uncertainty/uncertainty.h"

#include <algorithm>
#include <array>

#include "sim/analysis/signal_verdicts.h"
#include "sim/coverage/coverage.h"
#include "sim/coverage/operator_columns.h"
#include "sim/planning/plan_scenario.h"

namespace phusong::analysis {
namespace {

/// The cells of each operator column.
std::vector<CellSet> cells_of_columns(const scenario::Scenario& scenario) {
  const coverage::OperatorColumns columns = coverage::verdict_columns(scenario.network, scenario.options.service);
  const std::vector<network::Cell>& cells = scenario.network.cells;
  std::vector<CellSet> sets(columns.names.size(), CellSet(cells.size()));
  for (std::size_t cell = 0; cell < cells.size(); ++cell) {
    for (const std::size_t column : columns.columns_of_site[cells[cell].site])
      sets[column][cell] = true;
  }
  return sets;
}

CellSet first_cells(std::size_t count, std::size_t all) {
  CellSet set(all);
  std::fill_n(set.begin(), count, true);
  return set;
}

}  // namespace

network::PerTechnology<double> kept_levels_dbm(const scenario::Scenario& scenario, bool with_uncertainty) {
  network::PerTechnology<double> levels_dbm = covering_levels_dbm(scenario.options.service);
  if (!with_uncertainty) return levels_dbm;
  const network::PerTechnology<double> uncertain_dbm = uncertain_levels_dbm(scenario);
  for (const network::Technology technology : network::kTechnologies)
    levels_dbm[technology] = std::min(levels_dbm[technology], uncertain_dbm[technology]);
  return levels_dbm;
}

Uncertainty coverage_uncertainty(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                 const coverage::CoverageResult& coverage, progress::Progress& progress) {
  const DrawSettings settings = draw_settings(scenario);
  return {.settings = settings,
          .target = draw_target(scenario),
          .operators = coverage.operators,
          .by_operator = coverage_odds({scenario, terrain, coverage}, cells_of_columns(scenario), settings, progress)};
}

PlanOdds plan_odds(const scenario::Scenario& scenario, const gis::Terrain& terrain, const planning::StationPlan& plan,
                   const DrawSettings& settings, progress::Progress& progress) {
  scenario::Scenario built = planning::plan_scenario(scenario);
  const std::size_t cells_before = built.network.cells.size();
  planning::add_rows(built, plan.rows);
  const std::size_t cells = built.network.cells.size();
  const std::array sets = {first_cells(cells_before, cells), first_cells(cells, cells)};
  std::vector<CoverageOdds> odds = coverage_odds({built, terrain, plan.after}, sets, settings, progress);
  return {.before = std::move(odds.front()), .after = std::move(odds.back())};
}

std::vector<CoverageOdds> period_odds(scenario::Scenario scenario, const gis::Terrain& terrain,
                                      const sunset::SunsetOutcome& outcome, coverage::PathLossStore* store,
                                      progress::Progress& progress) {
  scenario.network.cells = outcome.cells.cells;
  const coverage::CoverageResult coverage = coverage::compute_coverage(
      scenario, terrain, {.signals_from_dbm = uncertain_levels_dbm(scenario), .store = store}, progress);
  const CellSet counting = cells_of_columns(scenario).back();
  std::vector<CellSet> sets;
  for (int period = 0; period <= outcome.question.periods; ++period) {
    CellSet& on = sets.emplace_back(counting);
    for (std::size_t cell = 0; cell < on.size(); ++cell) {
      const sunset::OnAir& on_air = outcome.on_air[cell];
      on[cell] = on[cell] && on_air.first <= period && period <= on_air.last;
    }
  }
  return coverage_odds({scenario, terrain, coverage}, sets, draw_settings(scenario), progress);
}

}  // namespace phusong::analysis

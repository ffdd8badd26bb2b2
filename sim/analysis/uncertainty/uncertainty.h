#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/analysis/uncertainty/coverage_odds.h"
#include "sim/coverage/store/path_loss_store.h"
#include "sim/planning/plan.h"
#include "sim/sunset/outcome/sunset_outcome.h"

namespace phusong::analysis {

/// The odds of the network of a plan's operator without the plan and with it.
struct PlanOdds {
  CoverageOdds before, after;
};

/// How sure the results of a run are.
struct Uncertainty {
  DrawSettings settings;
  std::optional<DrawTarget> target;       ///< nothing where it is a budget or fixed broadband
  std::vector<std::string> operators;     ///< the columns of the coverage run
  std::vector<CoverageOdds> by_operator;  ///< of the network as it stands, per column
  std::optional<PlanOdds> plan;           ///< where stations were planned
  std::vector<CoverageOdds> by_period;    ///< of the last column in the periods of a sunset, 0 included; may be empty
};

/// The levels from which a run keeps signals: those that SignalVerdicts needs and, with uncertainty, those that matter
/// in the draws.
network::PerTechnology<double> kept_levels_dbm(const scenario::Scenario& scenario, bool with_uncertainty);

/// The odds of each operator column. `coverage` has the signals from uncertain_levels_dbm() up. Throws
/// progress::Stopped.
Uncertainty coverage_uncertainty(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                 const coverage::CoverageResult& coverage, progress::Progress& progress);

/// The odds without the stations of a plan and with them. The plan was made with the signals from
/// uncertain_levels_dbm() up kept. Throws progress::Stopped.
PlanOdds plan_odds(const scenario::Scenario& scenario, const gis::Terrain& terrain, const planning::StationPlan& plan,
                   const DrawSettings& settings, progress::Progress& progress);

/// The odds of the last operator column in every period of a sunset, with the cells that are on then; the draws are the
/// same in all of them. Computes the signals of the new cells. `store` may be null. Throws progress::Stopped.
std::vector<CoverageOdds> period_odds(scenario::Scenario scenario, const gis::Terrain& terrain,
                                      const sunset::SunsetOutcome& outcome, coverage::PathLossStore* store,
                                      progress::Progress& progress);

}  // namespace phusong::analysis
